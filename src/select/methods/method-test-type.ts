import { selectorValue } from "../../errors/selector-errors.ts";
import { nearest } from "../../util/nearest.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

const TYPES = ["generic", "singular", "unit", "data", "schema"];

/** `test_type:`: generic (old: schema), singular, unit, or data for both of the first. */
export const matchTestType: MethodFactory = (criterion) => {
  const type = valueText(criterion);
  if (!TYPES.includes(type)) {
    throw selectorValue("test_type", type, "generic, singular, unit or data", nearest(type, TYPES));
  }
  return (resource) => {
    if (resource.resource_type === "unit_test") return type === "unit";
    if (resource.resource_type !== "test") return false;
    const generic = "test_metadata" in resource;
    return (
      type === "data" || (generic ? type === "generic" || type === "schema" : type === "singular")
    );
  };
};

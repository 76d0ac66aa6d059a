import { selectorValue } from "../../errors/selector-errors.ts";
import { nearest } from "../../util/nearest.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

const TYPES = [
  "model",
  "analysis",
  "test",
  "snapshot",
  "operation",
  "seed",
  "rpc",
  "sql_operation",
  "doc",
  "source",
  "macro",
  "exposure",
  "metric",
  "group",
  "saved_query",
  "semantic_model",
  "unit_test",
  "fixture",
  "function",
];

/** `resource_type:`: resources of that kind. */
export const matchResourceType: MethodFactory = (criterion) => {
  const type = valueText(criterion);
  if (!TYPES.includes(type)) {
    throw selectorValue("resource_type", type, "a kind of resource", nearest(type, TYPES));
  }
  return (resource) => resource.resource_type === type;
};

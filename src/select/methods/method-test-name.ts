import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `test_name:`: the generic test that a test is made from, or a unit test's own name. */
export const matchTestName: MethodFactory = (criterion) => {
  const pattern = valueText(criterion);
  return (resource) => {
    if (resource.resource_type === "unit_test") return fnmatch(resource.name, pattern);
    return (
      resource.resource_type === "test" &&
      "test_metadata" in resource &&
      fnmatch(resource.test_metadata.name, pattern)
    );
  };
};

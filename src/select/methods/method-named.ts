import { selectorValue } from "../../errors/selector-errors.ts";
import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

type NamedType = "exposure" | "metric" | "semantic_model" | "saved_query" | "unit_test";

/** `exposure:`, `metric:` and their like: the name, or package and name with a dot between. */
export function matchNamed(type: NamedType): MethodFactory {
  return (criterion) => {
    const value = valueText(criterion);
    const parts = value.split(".");
    if (parts.length > 2) throw selectorValue(type, value, "a name, or package.name");
    const [packageName = "*", name = "*"] = parts.length === 2 ? parts : ["*", ...parts];
    return (resource) =>
      resource.resource_type === type &&
      fnmatch(resource.package_name, packageName) &&
      fnmatch(resource.name, name);
  };
}

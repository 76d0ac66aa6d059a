import { selectorValue } from "../../errors/selector-errors.ts";
import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `source:name`, `source:name.table`, `source:package.name.table`. */
export const matchSource: MethodFactory = (criterion) => {
  const value = valueText(criterion);
  const parts = value.split(".");
  if (parts.length > 3) {
    throw selectorValue("source", value, "a source, source.table or package.source.table");
  }
  const [packageName = "*", source = "*", table = "*"] =
    parts.length === 3 ? parts : ["*", ...parts];
  return (resource) =>
    resource.resource_type === "source" &&
    fnmatch(resource.package_name, packageName) &&
    fnmatch(resource.source_name, source) &&
    fnmatch(resource.name, table);
};

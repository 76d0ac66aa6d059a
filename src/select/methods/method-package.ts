import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `package:`: everything of a package; `this` is the root project. */
export const matchPackage: MethodFactory = (criterion, { manifest }) => {
  const value = valueText(criterion);
  const pattern = value === "this" ? manifest.projectName : value;
  return (resource) => fnmatch(resource.package_name, pattern);
};

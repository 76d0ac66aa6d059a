import { selectorValue } from "../../errors/selector-errors.ts";
import { globSource } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/**
 * `path:`: the resource's file, the properties file that describes it, or a folder around the file,
 * relative to the project; `*` stays within one name, `**` is any number of folders.
 */
export const matchPath: MethodFactory = (criterion) => {
  const value = valueText(criterion);
  if (/^(?:\/|[A-Za-z]:)/.test(value)) {
    throw selectorValue("path", value, "a path relative to the project");
  }
  const pattern = pathPattern(value);
  return (resource) => {
    const patch = "patch_path" in resource ? resource.patch_path : undefined;
    return (
      withFolders(resource.original_file_path).some((path) => pattern.test(path)) ||
      (typeof patch === "string" && pattern.test(patch.split("://")[1] ?? ""))
    );
  };
};

function pathPattern(value: string): RegExp {
  const parts = value
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  const source = parts.map((part, index) => {
    const last = index === parts.length - 1;
    // At the end `**` names the folders below, and all their files with them.
    if (part === "**") return last ? "(?:[^/]+/)*[^/]*" : "(?:[^/]+/)*";
    return globSource(part, "[^/]*", "[^/]") + (last ? "" : "/");
  });
  return new RegExp(`^${source.join("")}$`, "su");
}

/** `models/a/b.sql`, `models/a`, `models`, and the project's own folder as "". */
function withFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/")).concat("");
}

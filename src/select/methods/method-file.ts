import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `file:`: the name of the file that the resource stands in, with or without its ending. */
export const matchFile: MethodFactory = (criterion) => {
  const pattern = valueText(criterion);
  return (resource) => {
    const name = resource.original_file_path.split("/").at(-1) ?? "";
    return fnmatch(name, pattern) || fnmatch(name.replace(/(?!^)\.[^.]*$/, ""), pattern);
  };
};

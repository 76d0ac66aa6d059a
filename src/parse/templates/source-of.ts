import type { Place } from "../../errors/place.ts";
import type { SourceOptions } from "../../jinja/template-source.ts";

/** A place as the beginning of a template. */
export function sourceOf({ path, line, text }: Place): SourceOptions {
  return {
    path,
    ...(line === undefined ? {} : { line }),
    ...(text === undefined ? {} : { fileText: text }),
  };
}

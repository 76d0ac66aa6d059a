import type { Place } from "../errors/place.ts";
import { PyDate, PyDateTime } from "../util/python-values.ts";
import { isMapping } from "../yaml/typed-readers.ts";
import type { YamlDocument, YamlPath } from "../yaml/yaml-document.ts";

/** Renders one string of a YAML file natively: `"{{ 1 }}"` may become a number, a list, null. */
export type RenderText = (text: string, place: Place) => unknown;

export interface RenderYamlOptions {
  readonly document: YamlDocument;
  readonly render: RenderText;
  /** Values at paths for which this is false stay as written. */
  readonly shouldRender?: (path: YamlPath) => boolean;
}

/**
 * A YAML value with every string rendered. Keys are never rendered; dates become ISO strings, as in
 * dbt. The input is not changed.
 */
export function renderYamlValue(
  value: unknown,
  options: RenderYamlOptions,
  path: YamlPath = [],
): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => renderYamlValue(item, options, [...path, index]));
  }
  if (isMapping(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        renderYamlValue(item, options, [...path, key]),
      ]),
    );
  }
  if (options.shouldRender && !options.shouldRender(path)) return value;
  if (value instanceof PyDate || value instanceof PyDateTime) return value.iso;
  if (typeof value !== "string") return value;
  // Jinja drops one newline at the end of every template, and dbt renders every string.
  if (!hasJinja(value)) return value.endsWith("\n") ? value.slice(0, -1) : value;
  return options.render(value, options.document.placeOfValue(path));
}

/** Text without these can be taken as it is. */
export function hasJinja(text: string): boolean {
  return text.includes("{{") || text.includes("{%") || text.includes("{#");
}

import { toPython } from "../../jinja/convert.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import type { ConfigDict, ConfigKind } from "./config-fields.ts";
import { configFields, isChoice } from "./config-fields.ts";

/**
 * Makes texts of what should be one, in place, as the library does that reads dbt's configs:
 * `alias: 5` is "5", `tags: [1]` is ["1"], `materialized: null` even is "None". Lists and mappings
 * stay and are refused later: only the library's newest versions write them out as Python would.
 */
export function coerceConfig(kind: ConfigKind, config: ConfigDict): ConfigDict {
  for (const [name, coerce] of coercionsOf(kind)) {
    if (name in config) config[name] = coerce(config[name]);
  }
  return config;
}

type Coercion = (value: unknown) => unknown;

const COERCIONS = new Map<ConfigKind, readonly (readonly [string, Coercion])[]>();

function coercionsOf(kind: ConfigKind): readonly (readonly [string, Coercion])[] {
  const known = COERCIONS.get(kind);
  if (known !== undefined) return known;
  const coercions: (readonly [string, Coercion])[] = [];
  for (const { name, type } of configFields(kind).values()) {
    const coerce = BY_TYPE[type];
    if (coerce !== undefined && !isChoice(name)) coercions.push([name, coerce]);
  }
  COERCIONS.set(kind, coercions);
  return coercions;
}

const text: Coercion = (value) =>
  typeof value === "string" || Array.isArray(value) || isMapping(value)
    ? value
    : pyStr(toPython(value));
const texts: Coercion = (value) => {
  if (typeof value === "string") return Array.from(value);
  if (!Array.isArray(value)) return value;
  return value.every((each) => typeof each === "string") ? value : value.map(text);
};
const textOrTexts: Coercion = (value) => (Array.isArray(value) ? texts(value) : text(value));
const unlessNull =
  (coerce: Coercion): Coercion =>
  (value) =>
    value === null ? null : coerce(value);

const BY_TYPE: Readonly<Record<string, Coercion>> = {
  string: text,
  "string?": unlessNull(text),
  strings: texts,
  "strings?": unlessNull(texts),
  "string or strings": textOrTexts,
  "string or strings?": unlessNull(textOrTexts),
};

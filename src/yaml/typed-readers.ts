import type { Place } from "../errors/place.ts";
import { yamlMissingKey, yamlUnknownChoice, yamlWrongType } from "../errors/yaml-errors.ts";
import { pythonFloatText } from "../util/python-float-text.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** A value (as read, or rendered since) that knows where it stands. */
export interface Located<T = unknown> {
  readonly value: T;
  readonly document: YamlDocument;
  readonly path: YamlPath;
}

export type Mapping = Readonly<Record<string, unknown>>;

/** The whole document, or `value` in its place after rendering. */
export function locate(document: YamlDocument, value: unknown = document.value): Located {
  return { value, document, path: [] };
}

/** What stands under `key`; its value is undefined where there is nothing. */
export function child(parent: Located, key: string | number): Located {
  const container = parent.value;
  const held =
    typeof container === "object" && container !== null && Object.hasOwn(container, key)
      ? (container as Record<string | number, unknown>)[key]
      : undefined;
  return { value: held, document: parent.document, path: [...parent.path, key] };
}

export function placeOf(at: Located): Place {
  return at.document.placeOf(at.path);
}

export function isPresent(at: Located): boolean {
  return at.value !== undefined && at.value !== null;
}

/** The value by `read`, or undefined where the key is absent or null. */
export function readOptional<T>(at: Located, read: (at: Located) => T): T | undefined {
  return isPresent(at) ? read(at) : undefined;
}

/** A child that must be there. */
export function required(parent: Located, key: string): Located {
  const held = child(parent, key);
  if (!isPresent(held)) throw yamlMissingKey(key, keyText(parent), placeOf(parent));
  return held;
}

export function readString(at: Located): string {
  return typeof at.value === "string" ? at.value : wrongType(at, "a string");
}

/** Numbers and booleans as Python's `str()` writes them: names and versions are often unquoted. */
export function readText(at: Located): string {
  const { value } = at;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof PyFloat) return pythonFloatText(value.value);
  return wrongType(at, "a string");
}

export function readBoolean(at: Located): boolean {
  return typeof at.value === "boolean" ? at.value : wrongType(at, "true or false");
}

export function readInteger(at: Located): number {
  return typeof at.value === "number" ? at.value : wrongType(at, "a whole number");
}

/** An integer or a float, as a JavaScript number. */
export function readNumber(at: Located): number {
  if (at.value instanceof PyFloat) return at.value.value;
  return typeof at.value === "number" ? at.value : wrongType(at, "a number");
}

export function readMapping(at: Located): Mapping {
  return isMapping(at.value) ? at.value : wrongType(at, "a mapping of keys to values");
}

export function readList(at: Located): readonly Located[] {
  if (!Array.isArray(at.value)) return wrongType(at, "a list");
  return at.value.map((value: unknown, index) => ({
    value,
    document: at.document,
    path: [...at.path, index],
  }));
}

export function readStringList(at: Located): readonly string[] {
  return readList(at).map(readString);
}

/** A list of strings, or one string in its place. */
export function readStringOrList(at: Located): readonly string[] {
  return typeof at.value === "string" ? [at.value] : readStringList(at);
}

export function readChoice<T extends string>(at: Located, choices: readonly T[]): T {
  const text = readString(at);
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw yamlUnknownChoice(keyText(at), text, choices, placeOf(at));
  return found;
}

/** A mapping as YAML gives it; not a list, a date or a float. */
export function isMapping(value: unknown): value is Mapping {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** Throws that the value is not `expected` (with its article: `a list`). */
export function wrongType(at: Located, expected: string): never {
  throw yamlWrongType(keyText(at), expected, describeKind(at.value), placeOf(at));
}

/** The path as users write it: `models.staging[0].name`. */
export function keyText(at: Located): string {
  return at.path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** What a YAML value is, with its article, for messages. */
export function describeKind(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (typeof value === "string") return `the string "${value}"`;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number" || typeof value === "bigint") return `the number ${String(value)}`;
  if (value instanceof PyFloat) return `the number ${value.value}`;
  if (value instanceof PyDate || value instanceof PyDateTime) return `the date ${value.iso}`;
  return Array.isArray(value) ? "a list" : "a mapping";
}

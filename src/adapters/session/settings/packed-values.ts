import { profileValue } from "../../../errors/session-settings-errors.ts";
import { pythonFloatText } from "../../../util/python-float-text.ts";
import { PyFloat } from "../../../util/python-values.ts";

/**
 * Options that dbt-glue packs into one string may be maps here, whose values survive whatever is in
 * them. These readers take both.
 */

/** `conf`: Spark settings. The string form chains `a=b --conf c=d`; some start with `--conf`. */
export function readConf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== "string") return readMap("conf", value);
  const pairs = value
    .trim()
    .replace(/^--conf\s+/, "")
    .split(/\s+--conf\s+/)
    .filter((pair) => pair.trim() !== "")
    .map((pair) => keyAndValue("conf", pair.trim()));
  return new Map(pairs);
}

/** `default_arguments` and `tags`: `k=v,k=v` or a map. */
export function readPairs(option: string, value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== "string") return readMap(option, value);
  const pairs = value
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => keyAndValue(option, pair.trim()));
  return new Map(pairs);
}

/** `connections`, `packages`: `a,b` or a list; each name once, in order. */
export function readNames(option: string, value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  const list = typeof value === "string" ? value.split(",") : value;
  if (!Array.isArray(list)) throw profileValue(option, "a list of names or one string with commas");
  return [...new Set(list.map((name) => String(name).trim()).filter((name) => name !== ""))];
}

/** The text of `--conf`: DefaultArguments has the key once, so settings are chained. */
export function confArgument(conf: ReadonlyMap<string, string>): string {
  return [...conf].map(([key, value]) => `${key}=${value}`).join(" --conf ");
}

function readMap(option: string, value: unknown): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== "object" || Array.isArray(value))
    throw profileValue(option, "a map, or one string of key=value");
  return new Map(Object.entries(value).map(([key, item]) => [key, textOf(item)]));
}

function textOf(value: unknown): string {
  return value instanceof PyFloat ? pythonFloatText(value.value) : String(value);
}

/** Splits at the first `=`: the rest belongs to the value, as do quotes inside of it. */
function keyAndValue(option: string, pair: string): [string, string] {
  const at = pair.indexOf("=");
  if (at <= 0) throw profileValue(option, `key=value, but "${pair}" has no "="`);
  return [unquote(pair.slice(0, at).trim()), unquote(pair.slice(at + 1).trim())];
}

function unquote(text: string): string {
  const match = /^(["'])(.*)\1$/s.exec(text);
  return match?.[2] ?? text;
}

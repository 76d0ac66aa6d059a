import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyDict } from "../../py-dict.ts";
import { iterableOf, pyIterate, pyList } from "../../py-iterate.ts";
import { pyStr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { pythonTypeName } from "../../python-types.ts";
import { UndefinedValue } from "../../undefined-value.ts";
import type { FilterFunction } from "../../filter-function.ts";
import { splitWords } from "../whitespace.ts";
import { optionalInt, textArgument } from "../arguments.ts";
import { defineFilter } from "./define-filter.ts";
import { escapeHtml } from "./escape-html.ts";
import { urlize } from "./urlize.ts";

/** Filters for HTML and URLs. */
export const HTML_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  defineFilter("escape", [], (_context, value) => escapeHtml(pyStr(value))),
  defineFilter("e", [], (_context, value) => escapeHtml(pyStr(value))),
  defineFilter("forceescape", [], (_context, value) => escapeHtml(pyStr(value))),
  defineFilter("safe", [], (_context, value) => pyStr(value)),
  defineFilter("striptags", [], (_context, value) => stripTags(pyStr(value))),
  defineFilter("urlencode", [], (_context, value) => urlEncode(value)),
  defineFilter(
    "urlize",
    ["trim_url_limit=", "nofollow=", "target=", "rel=", "extra_schemes="],
    urlizeFilter,
  ),
  defineFilter("xmlattr", ["autospace=True"], xmlAttributes),
];

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

function stripTags(text: string): string {
  const bare = text.replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]*>/g, "");
  return unescapeHtml(splitWords(bare).join(" "));
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(String(hex), 16));
    return ENTITIES.get(String(name)) ?? whole;
  });
}

function urlEncode(value: unknown): string {
  if (typeof value === "string" || iterableOf(value) === undefined)
    return quoteUrl(pyStr(value), "/");
  const pairs =
    value instanceof PyDict ? [...value.entries()] : Array.from(pyIterate(value), pairOf);
  return pairs.map((pair) => pair.map((part) => quoteQuery(pyStr(part))).join("=")).join("&");
}

function pairOf(value: unknown): unknown[] {
  const items = pyList(value);
  if (items.length === 2) return items;
  const problem =
    items.length < 2
      ? `not enough values to unpack (expected 2, got ${String(items.length)})`
      : "too many values to unpack (expected 2)";
  throw pythonError("ValueError", problem);
}

/** Python's `urllib.parse.quote`: letters, digits and `_.-~` stay. */
function quoteUrl(text: string, safe: string): string {
  return encodeURIComponent(text).replace(/[!'()*]|%2F/g, (part) => {
    if (part === "%2F") return safe === "/" ? "/" : part;
    return `%${part.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

function quoteQuery(text: string): string {
  return quoteUrl(text, "").replaceAll("%20", "+");
}

function urlizeFilter(
  _context: unknown,
  value: unknown,
  ...[limit = null, noFollow = false, target = null, rel = null, schemes = null]: unknown[]
): string {
  const words = rel === null ? [] : splitWords(pyStr(rel));
  const all = new Set([...words, ...(pyTruth(noFollow) ? ["nofollow"] : []), "noopener"]);
  return urlize(textArgument(value, "urlize's value"), {
    limit: limit === null ? undefined : optionalInt(limit, 0),
    rel: [...all].sort().join(" "),
    target: target === null ? null : pyStr(target),
    schemes: schemes === null ? [] : pyList(schemes).map(readScheme),
  });
}

function readScheme(value: unknown): string {
  const scheme = pyStr(value);
  if (/^[\w.+-]{2,}:\/{0,2}$/.test(scheme)) return scheme;
  throw pythonError("FilterArgumentError", `'${scheme}' is not a valid URI scheme prefix.`);
}

function xmlAttributes(_context: unknown, value: unknown, autospace: unknown = true): string {
  if (value instanceof UndefinedValue) throw value.error();
  if (!(value instanceof PyDict)) {
    throw pythonError(
      "AttributeError",
      `'${pythonTypeName(value)}' object has no attribute 'items'`,
    );
  }
  const parts: string[] = [];
  for (const [key, held] of value.entries()) {
    if (held === null || held instanceof UndefinedValue) continue;
    const name = textArgument(key, "expected string or bytes-like object: attribute name");
    if (/[\s/>=]/.test(name)) {
      throw pythonError("ValueError", `Invalid character in attribute name: '${name}'`);
    }
    parts.push(`${escapeHtml(name)}="${escapeHtml(pyStr(held))}"`);
  }
  const text = parts.join(" ");
  return pyTruth(autospace) && text !== "" ? ` ${text}` : text;
}

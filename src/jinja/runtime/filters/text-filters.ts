import type { EngineError } from "../../../errors/engine-error.ts";
import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyDict } from "../../py-dict.ts";
import { pyLength } from "../../py-iterate.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pyStr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { pythonTypeName } from "../../python-types.ts";
import { UndefinedValue } from "../../undefined-value.ts";
import { intArgument, optionalInt, textArgument } from "../arguments.ts";
import type { FilterFunction } from "../../filter-function.ts";
import { add } from "../../python-arithmetic.ts";
import { capitalize } from "../methods/case-methods.ts";
import { center, strip } from "../methods/layout-methods.ts";
import { replaceText } from "../methods/split-methods.ts";
import { percentFormat } from "../percent-format.ts";
import { splitLines } from "../whitespace.ts";
import { wrapText } from "./wrap-text.ts";
import { defineFilter } from "./define-filter.ts";

/** Filters that change text. */
export const TEXT_FILTERS: readonly (readonly [string, FilterFunction])[] = [
  defineFilter("upper", [], (_context, value) => pyStr(value).toUpperCase()),
  defineFilter("lower", [], (_context, value) => pyStr(value).toLowerCase()),
  defineFilter("capitalize", [], (_context, value) => capitalize(pyStr(value))),
  defineFilter("title", [], (_context, value) => title(pyStr(value))),
  defineFilter("string", [], (_context, value) => pyStr(value)),
  defineFilter("trim", ["chars=None"], (_context, value, chars) =>
    strip(pyStr(value), chars, "both"),
  ),
  defineFilter("center", ["width=80"], (_context, value, width) =>
    center(pyStr(value), optionalInt(width, 80)),
  ),
  defineFilter("replace", ["old", "new", "count=None"], (_context, value, ...args) => {
    const [old, fresh, times] = args;
    return replaceText(pyStr(value), pyStr(old), pyStr(fresh), optionalInt(times, -1));
  }),
  defineFilter("indent", ["width=4", "first=False", "blank=False"], indent),
  defineFilter("truncate", ["length=255", "killwords=False", "end=...", "leeway=None"], truncate),
  defineFilter(
    "wordwrap",
    ["width=79", "break_long_words=True", "wrapstring=None", "break_on_hyphens=True"],
    wordWrap,
  ),
  defineFilter(
    "wordcount",
    [],
    (_context, value) => pyStr(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0,
  ),
  ["format", formatFilter()],
];

const WORD_BEGINNING = /([-\s({[<]+)/;

function title(text: string): string {
  const words = text.split(WORD_BEGINNING).map((word) => {
    const [first = ""] = word;
    return first.toUpperCase() + word.slice(first.length).toLowerCase();
  });
  return words.join("");
}

function indent(
  _context: unknown,
  value: unknown,
  ...[width = 4, first = false, blank = false]: unknown[]
): string {
  // Jinja adds a newline in place, which a list takes too; then it asks it for its lines.
  if (Array.isArray(value)) throw noSplitLines(value);
  const indention = typeof width === "string" ? width : " ".repeat(Math.max(0, intArgument(width)));
  const lines = splitLines(pyStr(add(value, "\n")));
  const [head = "", ...rest] = lines;
  const indented = rest.map((line) => (line === "" && !pyTruth(blank) ? line : indention + line));
  return (pyTruth(first) ? indention : "") + [head, ...indented].join("\n");
}

function noSplitLines(value: unknown): EngineError {
  return pythonError(
    "AttributeError",
    `'${pythonTypeName(value)}' object has no attribute 'splitlines'`,
  );
}

function truncate(
  _context: unknown,
  value: unknown,
  ...[length = 255, killWords = false, end = "...", leeway = null]: unknown[]
): unknown {
  const [most, slack] = [intArgument(length), optionalInt(leeway, 5)];
  const ending = textArgument(end, "end");
  const endLength = Array.from(ending).length;
  if (most < endLength) {
    throw pythonError(
      "AssertionError",
      `expected length >= ${String(endLength)}, got ${String(most)}`,
    );
  }
  if (slack < 0) throw pythonError("AssertionError", `expected leeway >= 0, got ${String(slack)}`);
  if (pyLength(value) <= most + slack) return value;
  const characters = Array.from(textArgument(value, "truncate's value"));
  const cut = characters.slice(0, most - endLength).join("");
  if (pyTruth(killWords)) return cut + ending;
  const lastSpace = cut.lastIndexOf(" ");
  return (lastSpace < 0 ? cut : cut.slice(0, lastSpace)) + ending;
}

function wordWrap(
  _context: unknown,
  value: unknown,
  ...[width = 79, breakLongWords = true, separator = null, breakOnHyphens = true]: unknown[]
): string {
  if (value instanceof UndefinedValue) throw value.error();
  if (typeof value !== "string") throw noSplitLines(value);
  const newline = separator === null ? "\n" : pyStr(separator);
  const options = {
    width: intArgument(width),
    breakLongWords: pyTruth(breakLongWords),
    breakOnHyphens: pyTruth(breakOnHyphens),
  };
  return splitLines(value)
    .map((line) => wrapText(line, options).join(newline))
    .join(newline);
}

/** `format | format(values)`: printf style, with values or names but not both. */
function formatFilter(): FilterFunction {
  return {
    parameters: ["*args", "**kwargs"],
    needsContext: false,
    apply(_context, value, { positional, named }) {
      if (positional.length > 0 && named.size > 0) {
        throw pythonError(
          "FilterArgumentError",
          "can't handle positional and keyword arguments at the same time",
        );
      }
      const values = named.size > 0 ? PyDict.fromEntries(named) : new PyTuple(positional);
      return percentFormat(typeof value === "string" ? value : pyStr(value), values);
    },
  };
}

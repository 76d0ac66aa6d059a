import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyDict } from "../../py-dict.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pyStr } from "../../python-text.ts";
import { pyTruth } from "../../python-truth.ts";
import { intArgument, optionalInt, textArgument } from "../arguments.ts";
import type { FilterFunction } from "../../filter-function.ts";
import { add } from "../../python-arithmetic.ts";
import { capitalize } from "../methods/case-methods.ts";
import { center, strip } from "../methods/layout-methods.ts";
import { replaceText } from "../methods/split-methods.ts";
import { percentFormat } from "../percent-format.ts";
import { splitLines } from "../whitespace.ts";
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
  defineFilter("replace", ["old", "new", "count=None"], (_context, value, old, fresh, times) =>
    replaceText(pyStr(value), pyStr(old), pyStr(fresh), optionalInt(times, -1)),
  ),
  defineFilter("indent", ["width=4", "first=False", "blank=False"], indent),
  defineFilter("truncate", ["length=255", "killwords=False", "end=...", "leeway=None"], truncate),
  defineFilter(
    "wordcount",
    [],
    (_context, value) => pyStr(value).match(/[\p{L}\p{N}_]+/gu)?.length ?? 0,
  ),
  ["format", formatFilter()],
];

const WORD_BEGINNING = /([-\s({[<]+)/;

function title(text: string): string {
  return text.split(WORD_BEGINNING).map(capitalize).join("");
}

function indent(
  _context: unknown,
  value: unknown,
  width: unknown = 4,
  first: unknown = false,
  blank: unknown = false,
): string {
  const indention = typeof width === "string" ? width : " ".repeat(Math.max(0, intArgument(width)));
  const lines = splitLines(pyStr(add(value, "\n")));
  const [head = "", ...rest] = lines;
  const indented = rest.map((line) => (line === "" && !pyTruth(blank) ? line : indention + line));
  return (pyTruth(first) ? indention : "") + [head, ...indented].join("\n");
}

function truncate(
  _context: unknown,
  value: unknown,
  length: unknown = 255,
  killWords: unknown = false,
  end: unknown = "...",
  leeway: unknown = null,
): string {
  const [most, slack] = [intArgument(length), optionalInt(leeway, 5)];
  const ending = textArgument(end, "end");
  const characters = Array.from(textArgument(value, "truncate's value"));
  const endLength = Array.from(ending).length;
  if (most < endLength) {
    throw pythonError(
      "AssertionError",
      `expected length >= ${String(endLength)}, got ${String(most)}`,
    );
  }
  if (slack < 0) throw pythonError("AssertionError", `expected leeway >= 0, got ${String(slack)}`);
  if (characters.length <= most + slack) return characters.join("");
  const cut = characters.slice(0, most - endLength).join("");
  if (pyTruth(killWords)) return cut + ending;
  const lastSpace = cut.lastIndexOf(" ");
  return (lastSpace < 0 ? cut : cut.slice(0, lastSpace)) + ending;
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

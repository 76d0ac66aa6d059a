import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pyIterate } from "../../py-iterate.ts";
import { pyTruth } from "../../python-truth.ts";
import { pythonTypeName } from "../../python-types.ts";
import { intArgument, textArgument } from "../arguments.ts";
import { namedMethod, positionalMethod, type BuiltinMethod } from "../builtin-method.ts";
import { splitLines, splitWords, stripEnd, stripStart } from "../whitespace.ts";

/** The methods of `str` that take apart, join and replace. */
export const SPLIT_METHODS: readonly (readonly [string, BuiltinMethod<string>])[] = [
  namedMethod("split", ["sep=None", "maxsplit=-1"], (text, separator, most) =>
    split(text, separator, intArgument(most)),
  ),
  namedMethod("rsplit", ["sep=None", "maxsplit=-1"], (text, separator, most) =>
    splitFromEnd(text, separator, intArgument(most)),
  ),
  namedMethod("splitlines", ["keepends=False"], (text, keep) => splitLines(text, pyTruth(keep))),
  positionalMethod("partition", [1, 1], (text, separator) => partition(text, separator, "first")),
  positionalMethod("rpartition", [1, 1], (text, separator) => partition(text, separator, "last")),
  positionalMethod("join", [1, 1], join),
  positionalMethod("replace", [2, 3], (text, old, fresh, times) =>
    replaceText(
      text,
      textArgument(old, "replace() argument 1"),
      textArgument(fresh, "replace() argument 2"),
      times === undefined ? -1 : intArgument(times),
    ),
  ),
];

function split(text: string, separator: unknown, most: number): string[] {
  if (separator === null) return splitOnSpace(text, most);
  const parts = text.split(separatorText(separator));
  if (most < 0 || parts.length <= most + 1) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(separatorText(separator))];
}

function separatorText(separator: unknown): string {
  const wanted = textArgument(separator, "sep");
  if (wanted === "") throw pythonError("ValueError", "empty separator");
  return wanted;
}

/** What is left after the last split keeps its white space at the far end. */
function splitOnSpace(text: string, most: number): string[] {
  if (most < 0) return splitWords(text);
  const words: string[] = [];
  let rest = stripStart(text);
  while (rest !== "" && words.length < most) {
    const [word = ""] = splitWords(rest);
    words.push(word);
    rest = stripStart(rest.slice(word.length));
  }
  return rest === "" ? words : [...words, rest];
}

function splitFromEnd(text: string, separator: unknown, most: number): string[] {
  if (separator === null) return splitOnSpaceFromEnd(text, most);
  const parts = text.split(separatorText(separator));
  if (most < 0 || parts.length <= most + 1) return parts;
  const cut = parts.length - most;
  return [parts.slice(0, cut).join(separatorText(separator)), ...parts.slice(cut)];
}

function splitOnSpaceFromEnd(text: string, most: number): string[] {
  if (most < 0) return splitWords(text);
  const words: string[] = [];
  let rest = stripEnd(text);
  while (rest !== "" && words.length < most) {
    const word = splitWords(rest).at(-1) ?? "";
    words.unshift(word);
    rest = stripEnd(rest.slice(0, rest.length - word.length));
  }
  return rest === "" ? words : [rest, ...words];
}

function partition(text: string, separator: unknown, which: "first" | "last"): PyTuple {
  const wanted = separatorText(separator);
  const at = which === "first" ? text.indexOf(wanted) : text.lastIndexOf(wanted);
  if (at < 0) return new PyTuple(which === "first" ? [text, "", ""] : ["", "", text]);
  return new PyTuple([text.slice(0, at), wanted, text.slice(at + wanted.length)]);
}

function join(separator: string, values: unknown): string {
  const parts = Array.from(pyIterate(values), (value, index) => {
    if (typeof value === "string") return value;
    throw pythonError(
      "TypeError",
      `sequence item ${String(index)}: expected str instance, ${pythonTypeName(value)} found`,
    );
  });
  return parts.join(separator);
}

/** Python's `str.replace`; a negative count replaces all. */
export function replaceText(text: string, old: string, fresh: string, times: number): string {
  if (times < 0)
    return old === "" ? spread(text, fresh, Infinity) : text.replaceAll(old, () => fresh);
  if (old === "") return spread(text, fresh, times);
  const parts = text.split(old);
  const cut = Math.min(times, parts.length - 1);
  return (
    parts.slice(0, cut + 1).join(fresh) +
    parts
      .slice(cut + 1)
      .map((part) => old + part)
      .join("")
  );
}

/** An empty needle is found before every character and at the end. */
function spread(text: string, fresh: string, times: number): string {
  const characters = Array.from(text);
  const parts = characters.map((char, index) => (index < times ? fresh + char : char));
  return parts.join("") + (characters.length < times ? fresh : "");
}

import { pythonError } from "../../../errors/jinja-errors.ts";
import { PyTuple } from "../../py-tuple.ts";
import { pythonTypeName } from "../../python-types.ts";
import { textArgument } from "../arguments.ts";
import { positionalMethod, type BuiltinMethod } from "../builtin-method.ts";
import { sliceIndices } from "../slicing.ts";

/** The methods of `str` that look for another text. */
export const SEARCH_METHODS: readonly (readonly [string, BuiltinMethod<string>])[] = [
  positionalMethod("find", [1, 3], (text, ...values) => find(text, values, "first")),
  positionalMethod("rfind", [1, 3], (text, ...values) => find(text, values, "last")),
  positionalMethod("index", [1, 3], (text, ...values) => mustFind(text, values, "first")),
  positionalMethod("rindex", [1, 3], (text, ...values) => mustFind(text, values, "last")),
  positionalMethod("count", [1, 3], count),
  positionalMethod("startswith", [1, 3], (text, ...values) =>
    affixed("startswith", text, values, (part, affix) => part.startsWith(affix)),
  ),
  positionalMethod("endswith", [1, 3], (text, ...values) =>
    affixed("endswith", text, values, (part, affix) => part.endsWith(affix)),
  ),
];

/** The part between the optional bounds, and where it starts, in code points. */
function within(text: string, start: unknown, stop: unknown): { part: string; offset: number } {
  if ((start ?? null) === null && (stop ?? null) === null) return { part: text, offset: 0 };
  const characters = Array.from(text);
  const bounds = sliceIndices({ start, stop, step: null }, characters.length);
  return { part: characters.slice(bounds.start, bounds.stop).join(""), offset: bounds.start };
}

function find(text: string, [needle, start, stop]: unknown[], which: "first" | "last"): number {
  const wanted = textArgument(needle, "must be str: argument");
  const { part, offset } = within(text, start, stop);
  const at = which === "first" ? part.indexOf(wanted) : part.lastIndexOf(wanted);
  return at < 0 ? -1 : Array.from(part.slice(0, at)).length + offset;
}

function mustFind(text: string, values: unknown[], which: "first" | "last"): number {
  const at = find(text, values, which);
  if (at < 0) throw pythonError("ValueError", "substring not found");
  return at;
}

function count(text: string, needle: unknown, start: unknown, stop: unknown): number {
  const wanted = textArgument(needle, "must be str: argument");
  const { part } = within(text, start, stop);
  return wanted === "" ? Array.from(part).length + 1 : part.split(wanted).length - 1;
}

function affixed(
  name: string,
  text: string,
  [affix, start, stop]: unknown[],
  test: (part: string, affix: string) => boolean,
): boolean {
  const { part } = within(text, start, stop);
  const choices = affix instanceof PyTuple ? affix.items : [affix];
  return choices.some((choice) => {
    if (typeof choice === "string") return test(part, choice);
    throw pythonError(
      "TypeError",
      `${name} first arg must be str or a tuple of str, not ${pythonTypeName(affix)}`,
    );
  });
}

import { positionalMethod, type BuiltinMethod } from "../builtin-method.ts";
import { formatTemplate } from "../format-template.ts";
import { pyIterate } from "../../py-iterate.ts";
import { PyDict } from "../../py-dict.ts";
import { textArgument } from "../arguments.ts";
import { MISSING } from "../../scope.ts";
import { asIndex } from "../numbers.ts";
import { pyStr } from "../../python-text.ts";

/** The methods of `str` that fill in values. */
export const FORMAT_METHODS: readonly (readonly [string, BuiltinMethod<string>])[] = [
  ["format", formatTemplate],
  positionalMethod("format_map", [1, 1], (text, mapping) =>
    formatTemplate(text, { positional: [], named: namesOf(mapping) }),
  ),
  positionalMethod("translate", [1, 1], translate),
];

function namesOf(mapping: unknown): ReadonlyMap<string, unknown> {
  const names = new Map<string, unknown>();
  if (mapping instanceof PyDict) {
    for (const [key, value] of mapping.entries()) names.set(pyStr(key), value);
  } else for (const key of pyIterate(mapping)) names.set(pyStr(key), null);
  return names;
}

function translate(text: string, table: unknown): string {
  if (!(table instanceof PyDict)) return text;
  const replaced = Array.from(text, (char) => {
    const found = table.get(char.codePointAt(0));
    if (found === MISSING) return char;
    if (found === null) return "";
    const code = asIndex(found);
    return code === undefined
      ? textArgument(found, "character mapping")
      : String.fromCodePoint(code);
  });
  return replaced.join("");
}

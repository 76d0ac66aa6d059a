/** Types of macro arguments, with the number of types that each takes in brackets. */
const TYPES: Readonly<Record<string, number>> = {
  str: 0,
  string: 0,
  bool: 0,
  int: 0,
  integer: 0,
  float: 0,
  any: 0,
  list: 1,
  dict: 2,
  optional: 1,
  relation: 0,
  column: 0,
};

/** Whether a text is a type of a macro's argument: `str`, `list[int]`, `dict[str, optional[int]]`. */
export function isMacroType(text: string): boolean {
  const rest = afterType(text.replace(/[ \t]/g, ""));
  return rest === "";
}

/** What follows the type at the start of `text`; undefined if there is none. */
function afterType(text: string): string | undefined {
  const name = /^[a-z]+/.exec(text)?.[0] ?? "";
  const count = TYPES[name];
  if (count === undefined) return undefined;
  return count === 0 ? text.slice(name.length) : afterBrackets(text.slice(name.length), count);
}

function afterBrackets(text: string, count: number): string | undefined {
  let rest: string | undefined = text;
  for (let index = 0; index < count; index++) {
    if (!rest.startsWith(index === 0 ? "[" : ",")) return undefined;
    rest = afterType(rest.slice(1));
    if (rest === undefined) return undefined;
  }
  return rest.startsWith("]") ? rest.slice(1) : undefined;
}

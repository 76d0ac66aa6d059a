const compiled = new Map<string, RegExp>();

/** Python's `fnmatch` on POSIX: `*`, `?`, `[seq]`, `[!seq]`; letter case counts. */
export function fnmatch(text: string, pattern: string): boolean {
  const known = compiled.get(pattern) ?? new RegExp(`^(?:${globSource(pattern)})$`, "su");
  compiled.set(pattern, known);
  return known.test(text);
}

/** The pattern as the source of a regular expression, in which `*` also crosses slashes. */
export function globSource(pattern: string, star = ".*", any = "."): string {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "*") source += star;
    else if (character === "?") source += any;
    else if (character === "[") {
      const end = classEnd(pattern, at);
      source += end < 0 ? "\\[" : classSource(pattern.slice(at + 1, end));
      if (end >= 0) at = end;
    } else source += character.replace(/[$()*+./?[\\\]^{|}]/, "\\$&");
  }
  return source;
}

/** Index of the bracket that closes the class; `]` first in it is a member. */
function classEnd(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern.charAt(at) === "!") at++;
  if (pattern.charAt(at) === "]") at++;
  return pattern.indexOf("]", at);
}

function classSource(members: string): string {
  const negated = members.startsWith("!");
  const plain = (negated ? members.slice(1) : members).replace(/[\\\]^[&~|]/g, "\\$&");
  return `[${negated ? "^" : ""}${plain}]`;
}

import { pythonError } from "../../errors/jinja-errors.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  f: "\f",
  v: "\v",
  a: "\x07",
  b: "\b",
  "\\": "\\",
};

/** Python's replacement templates: `\1`, `\g<1>`, `\g<name>`, `\n`. */
export function expandTemplate(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\\(?:g<(\w+)>|(\d{1,2})|([^]))/g,
    (whole: string, ...groups: unknown[]) => {
      const [named, number, char] = groups as (string | undefined)[];
      if (char !== undefined) return ESCAPES[char] ?? unknownEscape(char, whole);
      return groupText(named ?? number ?? "", match);
    },
  );
}

function groupText(key: string, match: RegExpExecArray): string {
  if (!/^\d+$/.test(key)) {
    if (Object.hasOwn(match.groups ?? {}, key)) return match.groups?.[key] ?? "";
    throw pythonError("IndexError", `unknown group name '${key}'`);
  }
  if (Number(key) < match.length) return match[Number(key)] ?? "";
  throw pythonError("ValueError", `invalid group reference ${key}`);
}

/** Letters that mean nothing are refused; other characters keep their backslash. */
function unknownEscape(char: string, whole: string): string {
  if (/[A-Za-z]/.test(char)) throw pythonError("ValueError", `bad escape \\${char}`);
  return whole;
}

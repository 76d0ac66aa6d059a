import { CORE_END, CORE_START } from "../../functions/aggregate-marks.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

/**
 * `{` and `}` become the marks that finishAggregate looks for.
 *
 * A template with its arguments: `$1` one, `$*` all, `$2*` all from the second. An argument with an
 * operator outside gets parentheses unless it stands between commas or parentheses.
 */
export function fillTemplate(template: string, args: readonly TypedSql[]): string {
  const marked = template.replaceAll("{", CORE_START).replaceAll("}", CORE_END);
  return marked.replace(/\$(\d?)(\*?)/g, (mark, digit: string, star: string, offset: number) => {
    const first = digit === "" ? 0 : Number(digit) - 1;
    if (star !== "")
      return args
        .slice(first)
        .map((arg) => arg.sql)
        .join(", ");
    const arg = args[first];
    if (arg === undefined) return "NULL";
    const before = marked.slice(0, offset).trimEnd().at(-1) ?? "(";
    const after = marked.slice(offset + mark.length).trimStart()[0] ?? ")";
    const isEnclosed = /[(,]/.test(before) && /[),]/.test(after);
    const isCast = /[(,]/.test(before) && /^\s+AS\s/.test(marked.slice(offset + mark.length));
    return arg.atomic || isEnclosed || isCast ? arg.sql : `(${arg.sql})`;
  });
}

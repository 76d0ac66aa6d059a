import { compileMacro, type MacroTemplate } from "../dialect/compile-macro.ts";
import type { Dialect } from "../dialect/dialect.ts";
import { queryCommentEnds } from "../errors/query-comment-errors.ts";
import { pyStr } from "../jinja/python-text.ts";

/** A project's query comment is the body of a macro with the arguments `connection_name` and `node`. */
export function queryCommentMacro(dialect: Dialect, comment: string): MacroTemplate {
  const block = `{%- macro query_comment_macro(connection_name, node) -%}\n${comment}\n{% endmacro %}`;
  return compileMacro(dialect, block, { path: "dbt_project.yml" });
}

/** The text that the macro gave. Throws where it would end the comment that it stands in. */
export function checkedComment(rendered: unknown): string {
  const text = pyStr(rendered);
  if (text.includes("*/")) throw queryCommentEnds(text);
  return text;
}

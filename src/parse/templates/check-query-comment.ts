import { queryCommentOf } from "../../config/query-comment-of.ts";
import { parseScope, type ParseShared } from "../../context/parse-scope.ts";
import { checkedComment, queryCommentMacro } from "../../context/query-comment-macro.ts";
import type { Dialect } from "../../dialect/dialect.ts";
import { HOST } from "../../jinja/host-object.ts";
import { macroSubject } from "./macro-subject.ts";

/** Renders the project's query comment once, for no node, so that a wrong one stops every command. */
export function checkQueryComment(dialect: Dialect, shared: ParseShared): void {
  const { comment = "" } = queryCommentOf(shared.runtime) ?? {};
  if (comment === "") return;
  const subject = macroSubject("query_comment", shared.runtime.project.name);
  const scope = parseScope(shared, subject, () => undefined);
  const macro = queryCommentMacro(dialect, comment).bind(scope, "sync");
  checkedComment(macro[HOST].call?.({ positional: ["master", null], named: new Map() }));
}

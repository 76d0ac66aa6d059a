import { queryCommentOf } from "../../config/query-comment-of.ts";
import { HOST } from "../../jinja/host-object.ts";
import { DBT_VERSION } from "../../util/versions.ts";
import type { ContextSkeleton } from "../context-skeleton.ts";
import { modelDict } from "../model-dict.ts";
import type { ContextSubject } from "../node-context.ts";
import { checkedComment, queryCommentMacro } from "../query-comment-macro.ts";
import { defaultQueryComment, withQueryComment } from "./query-comment.ts";

/** Adds the query comment to statements of a subject; renders it once. */
export function queryCommenter(
  skeleton: ContextSkeleton,
  subject: ContextSubject,
): (sql: string) => string | Promise<string> {
  const { runtime } = skeleton.invocation;
  const { profile } = runtime;
  const { comment, append = false } = queryCommentOf(runtime) ?? {};
  if (comment === "") return (sql) => sql;
  const isNode = subject.resource_type !== "macro" && subject.resource_type !== "operation";
  if (comment === undefined) {
    const text = defaultQueryComment({
      dbtVersion: DBT_VERSION,
      profileName: profile.profileName,
      targetName: profile.targetName,
      nodeId: isNode ? subject.unique_id : undefined,
      connectionName: isNode ? subject.unique_id : "master",
    });
    return (sql) => withQueryComment(sql, text, append);
  }
  let rendered: Promise<string> | undefined;
  return async (sql) => {
    rendered ??= renderComment(skeleton, comment, isNode ? subject : undefined);
    return withQueryComment(sql, await rendered, append);
  };
}

async function renderComment(
  skeleton: ContextSkeleton,
  comment: string,
  node: ContextSubject | undefined,
): Promise<string> {
  const root = skeleton.invocation.manifest.projectName;
  const scope = skeleton.macros.scopeFor(root, skeleton.shared, "async");
  const macro = queryCommentMacro(skeleton.dialect, comment);
  const rendered = await macro.bind(scope, "async")[HOST].call?.({
    positional: [node?.unique_id ?? "master", node ? modelDict(node) : null],
    named: new Map(),
  });
  return checkedComment(rendered);
}

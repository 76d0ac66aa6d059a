import { queryCommentEnds } from "../../errors/query-comment-errors.ts";

/**
 * The statement with the query comment before it, or after it and before its semicolon.
 *
 * @param comment - rendered; empty means none
 */
export function withQueryComment(sql: string, comment: string, append: boolean): string {
  const text = comment.trim();
  if (text === "") return sql;
  if (text.includes("*/")) throw queryCommentEnds(text);
  if (!append) return `/* ${text} */\n${sql}`;
  const trimmed = sql.trimEnd();
  return trimmed.endsWith(";")
    ? `${trimmed.slice(0, -1)}\n/* ${text} */;`
    : `${trimmed}\n/* ${text} */`;
}

/** dbt's own comment: a JSON object that says who runs the statement. */
export function defaultQueryComment(facts: {
  readonly dbtVersion: string;
  readonly profileName: string;
  readonly targetName: string;
  readonly nodeId: string | undefined;
  readonly connectionName: string;
}): string {
  const entries: [string, string][] = [
    ["app", "dbt"],
    ["dbt_version", facts.dbtVersion],
    ["profile_name", facts.profileName],
    ["target_name", facts.targetName],
    facts.nodeId === undefined
      ? ["connection_name", facts.connectionName]
      : ["node_id", facts.nodeId],
  ];
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(", ")}}`;
}

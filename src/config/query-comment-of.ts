import type { QueryComment } from "./project-config.ts";
import type { RuntimeConfig } from "./runtime-config.ts";

/**
 * What every statement is marked with: `query-comment` of dbt_project.yml, else the one of the
 * profile's target, as dbt-glue's profile page has it. Undefined means dbt's own comment.
 */
export function queryCommentOf({ project, profile }: RuntimeConfig): QueryComment | undefined {
  if (project.queryComment) return project.queryComment;
  const comment = profile.credentials["query-comment"];
  return typeof comment === "string" ? { comment, append: false, jobLabel: false } : undefined;
}

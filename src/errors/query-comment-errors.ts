import { EngineError } from "./engine-error.ts";

/** A query comment that would end early and let its rest run as SQL. */
export function queryCommentEnds(comment: string): EngineError {
  return new EngineError({
    code: "QUERY_COMMENT",
    message: `The query comment contains "*/", which would end it: ${comment}`,
    hint: "Change query-comment in dbt_project.yml.",
  });
}

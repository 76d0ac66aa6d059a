/** Who made a session and for what: in its description and tags, so that anybody can find it. */
export interface SessionMarks {
  /** One line for the console's session list. */
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The key of the tag that every session of dbt-glue has. */
export const OWNER_TAG = "dbt-glue:owner";

/**
 * @param owner - `user@host`, or just the host's name
 * @param run - dbt's invocation id
 */
export function sessionMarks(facts: {
  readonly owner: string;
  readonly run: string;
  readonly project: string;
}): SessionMarks {
  return {
    description: `dbt-glue project=${facts.project} owner=${facts.owner} run=${facts.run}`,
    tags: {
      [OWNER_TAG]: tagValue(facts.owner),
      "dbt-glue:project": tagValue(facts.project),
      "dbt-glue:run": tagValue(facts.run),
    },
  };
}

/** What a description says; undefined for a session that dbt-glue has not made. */
export function readDescription(
  description: string | undefined,
): { readonly project: string | undefined; readonly owner: string | undefined } | undefined {
  if (!description?.startsWith("dbt-glue project=")) return undefined;
  const read = (key: string): string | undefined =>
    new RegExp(` ${key}=(\\S*)`).exec(description)?.[1];
  return { project: read("project"), owner: read("owner") };
}

/** Letters, digits, spaces and these signs may stand in an AWS tag. */
function tagValue(text: string): string {
  return text.replace(/[^\w .:/=+@-]/g, "_").slice(0, 256);
}

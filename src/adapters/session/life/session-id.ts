/** Glue takes more, but not periods; this set is safe everywhere. */
const UNSAFE = /[^\w-]/g;
const MAX_ROLE = 150;

/**
 * The id of a session, by dbt-glue's rules: the base alone when it is reused; with a suffix for a
 * group or a model; else with the role's name and something unique.
 */
export function sessionId(options: {
  readonly base: string;
  readonly reuse: boolean;
  /** Group name or node id. */
  readonly suffix?: string | undefined;
  readonly roleArn: string;
  readonly unique: string;
}): string {
  const { base, reuse, suffix, roleArn, unique } = options;
  if (suffix !== undefined) return safe(`${base}__${suffix}`);
  if (reuse) return safe(base);
  const role = roleArn.slice(roleArn.indexOf("/") + 1).slice(0, MAX_ROLE);
  return safe(`${base}__${role}__${unique}`);
}

function safe(id: string): string {
  return id.replace(UNSAFE, "_").slice(0, 255);
}

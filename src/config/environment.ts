/** Environment variables as they are handed in; never `process.env` itself. */
export type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_PREFIX = "DBT_ENV_SECRET";

/** Variables that only profiles.yml and packages.yml may read, and that no output shows. */
export function isSecretName(name: string): boolean {
  return name.startsWith(SECRET_PREFIX);
}

/** Values to scrub from every line that is written; empty ones hide nothing. */
export function secretValues(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    isSecretName(name) && value !== undefined && value.trim() !== "" ? [value] : [],
  );
}

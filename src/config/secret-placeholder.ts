import type { Environment } from "./environment.ts";

const START = "$$$DBT_SECRET_START$$$";
const END = "$$$DBT_SECRET_END$$$";

/** What stands for a secret while a template works on it. */
export function secretPlaceholder(name: string): string {
  return `${START}${name}${END}`;
}

/** Puts the secrets in place of their placeholders, in texts and in what holds texts. */
export function replaceSecrets(value: unknown, env: Environment): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceSecrets(item, env));
  if (typeof value !== "string" || !value.includes(START)) return value;
  return value.split(START).reduce((text, part) => {
    const end = part.indexOf(END);
    return text + (env[part.slice(0, end)] ?? "") + part.slice(end + END.length);
  });
}

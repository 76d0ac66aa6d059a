import { resolvePlainScalar } from "./resolve-scalar.ts";

const YAML = "tag:yaml.org,2002:";

/** `!!str` and `!<tag:yaml.org,2002:str>` in full; a local `!tag` as it is. */
export function expandTag(written: string): string {
  if (written.startsWith("!!")) return YAML + written.slice(2);
  if (written.startsWith("!<")) return written.slice(2, -1);
  return written;
}

/** The value of a scalar with a tag, which SafeLoader knows or refuses. */
export function resolveTaggedScalar(
  tag: string,
  text: string,
  reject: (reason: string) => never,
): unknown {
  switch (tag) {
    case "!":
    case `${YAML}str`:
      return text;
    case `${YAML}null`:
      return null;
    case `${YAML}int`:
    case `${YAML}bool`:
    case `${YAML}timestamp`:
      return resolveAs(tag, text, reject);
    case `${YAML}float`:
      return resolveAs(tag, /^[-+]?\d+$/.test(text) ? `${text}.0` : text, reject);
    default:
      return reject(`the tag ${tag} has no meaning here`);
  }
}

function resolveAs(tag: string, text: string, reject: (reason: string) => never): unknown {
  const value = resolvePlainScalar(text, reject);
  return typeof value === "string" ? reject(`"${text}" is no ${tag.slice(YAML.length)}`) : value;
}

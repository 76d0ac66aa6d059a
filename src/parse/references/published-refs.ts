import type { RefArgs } from "../../manifest/node-parts.ts";

const INTEGER = /^\s*[+-]?\d+(?:_\d+)*\s*$/;
const FLOAT = /^\s*[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?\s*$/;

/** References as dbt writes them: `ref('a', v='2')` and `ref('a', v=2)` both have the version 2. */
export function publishedRefs(refs: readonly RefArgs[]): RefArgs[] {
  return refs.map((ref) => ({ ...ref, version: publishedVersion(ref.version) }));
}

function publishedVersion(version: RefArgs["version"]): RefArgs["version"] {
  if (typeof version !== "string") return version;
  if (!INTEGER.test(version) && !FLOAT.test(version)) return version;
  return Number(version.replaceAll("_", ""));
}

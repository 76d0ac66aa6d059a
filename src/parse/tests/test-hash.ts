import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import { toPython } from "../../jinja/convert.ts";
import type { TestMetadata } from "../../manifest/nodes.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import { md5 } from "../hashes.ts";

const HASH_LENGTH = 10;

/**
 * The last part of a generic test's unique id: the end of the MD5 of its name and of Python's
 * `repr` of its metadata, with sorted keys and every scalar as text.
 */
export function testHash(name: string, metadata: TestMetadata): string {
  const { kwargs, name: test, namespace } = metadata;
  return md5(name + pyRepr(toPython(hashable({ kwargs, name: test, namespace })))).slice(
    -HASH_LENGTH,
  );
}

function hashable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hashable);
  if (!isMapping(value)) return pyStr(toPython(value));
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, hashable(value[key])]),
  );
}

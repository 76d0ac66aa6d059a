import type { JsonValue } from "./json-value.ts";
import { readJson } from "./read-json.ts";
import { numberText, writeJson } from "./write-json.ts";

type Step =
  | { readonly kind: "key"; readonly name: string }
  | { readonly kind: "index"; readonly at: number }
  | { readonly kind: "all" };

/** get_json_object: the value at a path, as text; NULL where there is none or the text is no JSON. */
export function getJsonObject(text: string, path: string): string | null {
  const steps = readPath(path);
  const root = steps === undefined ? undefined : readJson(text);
  if (root === undefined || steps === undefined) return null;
  const found = follow(root, steps);
  return found === undefined ? null : topText(found);
}

function topText(value: JsonValue): string | null {
  if (value.kind === "null") return null;
  if (value.kind === "string") return value.value;
  return value.kind === "number" ? numberText(value.text) : writeJson(value);
}

/** `$.a['b'][0][*].*`; undefined for a path that Spark does not read. */
function readPath(path: string): readonly Step[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: Step[] = [];
  const piece = /\.([^.[\]]+)|\[(\d+)\]|\[\*\]|\['([^']+)'\]/y;
  piece.lastIndex = 1;
  while (piece.lastIndex < path.length) {
    const found = piece.exec(path);
    if (found === null) return undefined;
    const [, name, index, quoted] = found;
    const key = name ?? quoted;
    if (index !== undefined) steps.push({ kind: "index", at: Number(index) });
    else if (key === undefined || key === "*") steps.push({ kind: "all" });
    else steps.push({ kind: "key", name: key });
  }
  return steps;
}

function follow(value: JsonValue, steps: readonly Step[]): JsonValue | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  switch (step.kind) {
    case "key":
      return followKey(value, step.name, steps);
    case "index": {
      const item = value.kind === "array" ? value.items[step.at] : undefined;
      return item === undefined ? undefined : follow(item, rest);
    }
    case "all":
      return followAll(value, rest);
  }
}

/** A key on an array is looked for in each of its objects, as Hive does. */
function followKey(value: JsonValue, name: string, steps: readonly Step[]): JsonValue | undefined {
  if (value.kind === "object") {
    const entry = value.entries.find(([key]) => key === name);
    if (entry === undefined || entry[1].kind === "null") return undefined;
    return follow(entry[1], steps.slice(1));
  }
  return undefined;
}

/** One match stands alone, several come as an array. */
function followAll(value: JsonValue, rest: readonly Step[]): JsonValue | undefined {
  if (value.kind !== "array") return undefined;
  const found = value.items.flatMap((item) => {
    const next = follow(item, rest);
    return next === undefined ? [] : [next];
  });
  if (found.length === 0) return undefined;
  const [only] = found;
  return found.length === 1 && only !== undefined && rest.length > 0
    ? only
    : { kind: "array", items: found };
}

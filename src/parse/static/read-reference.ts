import { referenceExpected } from "../../errors/reference-errors.ts";
import type { Place } from "../../errors/place.ts";
import { readStaticCalls, type StaticRef } from "./static-calls.ts";

export type Reference =
  | { readonly kind: "ref"; readonly ref: StaticRef }
  | { readonly kind: "source"; readonly source: readonly [string, string] };

/** Reads a text of YAML that is one literal call: `ref('x')`, `source('a', 'b')`. */
export function readReference(text: string, place: Place): Reference {
  const calls = readStaticCalls(`{{ ${text} }}`);
  const [ref] = calls?.refs ?? [];
  if (ref !== undefined) return { kind: "ref", ref };
  const [source] = calls?.sources ?? [];
  if (source !== undefined) return { kind: "source", source };
  throw referenceExpected(text, place);
}

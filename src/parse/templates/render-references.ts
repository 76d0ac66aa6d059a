import { parseReferences } from "../../context/parse-references.ts";
import { makeRelation } from "../../context/relation.ts";
import { type Dialect, renderText } from "../../dialect/dialect.ts";
import type { Place } from "../../errors/place.ts";
import { scopeOf } from "../../jinja/scope.ts";
import type { RefArgs } from "../../manifest/node-parts.ts";
import type { References } from "../parse-environment.ts";

/** Renders calls such as `ref('x')` that stand in YAML without braces, and takes them down. */
export function renderReferences(
  dialect: Dialect,
  calls: readonly string[],
  place: Place,
): References {
  const refs: RefArgs[] = [];
  const sources: string[][] = [];
  const metrics: string[][] = [];
  const members = parseReferences({
    uniqueId: "",
    name: "",
    packageName: "",
    kind: "exposure",
    recorder: {
      ref: (ref) => refs.push(ref),
      source: (source, table) => sources.push([source, table]),
      metric: (call) => metrics.push([...call]),
      function: () => undefined,
      config: () => undefined,
    },
    facts: () => ({}),
    relation: () => makeRelation({}),
  });
  const { ref, source, metric } = members;
  const scope = scopeOf({ ref, source, metric });
  const text = calls.map((call) => `{{ ${call} }}`).join("\n");
  const at = { path: place.path, ...(place.line === undefined ? {} : { line: place.line }) };
  renderText(dialect, text, { scope, source: at, options: { undefined: "absorbing" } });
  return { refs, sources, metrics };
}

import type { DraftExposure } from "../drafts/draft-manifest.ts";
import type { Draft } from "../drafts/draft.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import {
  type Referrer,
  referrerOf,
  resolveFunctions,
  resolveMetrics,
  resolveRefs,
  resolveSources,
} from "./resolve-node.ts";
import { createResolvers } from "./resolvers.ts";

/** Turns the references of all nodes and exposures into unique ids. */
export function resolveReferences(environment: ParseEnvironment, lookups: Lookups): void {
  const { manifest, runtime } = environment;
  const tools = { environment, lookups, resolvers: createResolvers(runtime, manifest, lookups) };
  const nodes = [...manifest.nodes.values()].filter((each) => each.kind !== "seed");
  const exposures = [...manifest.exposures.values()].map((each) => ({
    exposure: each,
    from: referrerOfExposure(environment, each),
  }));
  const functions = [...manifest.functions.values()];
  const all: readonly Draft[] = [...nodes, ...functions];
  for (const draft of nodes) resolveSources(tools, referrerOf(draft), draft.sources);
  for (const { exposure, from } of exposures) resolveSources(tools, from, exposure.sources);
  for (const draft of nodes) resolveRefs(tools, referrerOf(draft), draft.refs);
  for (const { exposure, from } of exposures) resolveRefs(tools, from, exposure.refs);
  for (const draft of functions) resolveRefs(tools, referrerOf(draft), draft.refs);
  for (const draft of nodes) resolveMetrics(tools, referrerOf(draft), draft.metrics);
  for (const { exposure, from } of exposures) resolveMetrics(tools, from, exposure.metrics);
  for (const draft of all) resolveFunctions(tools, referrerOf(draft), draft.functions);
  for (const { exposure, from } of exposures)
    exposure.depends_on = { macros: [], nodes: [...from.dependsOn] };
}

function referrerOfExposure({ manifest }: ParseEnvironment, exposure: DraftExposure): Referrer {
  return {
    id: exposure.unique_id,
    name: exposure.name,
    kind: "exposure",
    packageName: exposure.package_name,
    group: null,
    place: manifest.places.get(exposure.unique_id) ?? { path: exposure.original_file_path },
    dependsOn: new Set(),
    disable: () => {
      exposure.config = { ...exposure.config, enabled: false };
    },
  };
}

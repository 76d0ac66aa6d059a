import type { GraphResource, Manifest } from "../manifest/manifest.ts";
import type { ProjectConfig } from "../config/project-config.ts";
import type { JsonObject } from "../util/json.ts";
import { asJson, asJsonObject } from "./as-json.ts";
import type { Disabled } from "./drafts/draft-manifest.ts";
import { finishNode } from "./drafts/finish-node.ts";
import type { Draft } from "./drafts/draft.ts";
import { publishedRefs } from "./references/published-refs.ts";
import type { ParseEnvironment } from "./parse-environment.ts";

/** The finished manifest of all drafts. */
export function finishManifest({ runtime, manifest }: ParseEnvironment): Manifest {
  const rootOf = (packageName: string): string =>
    runtime.packages.get(packageName)?.root ?? runtime.project.root;
  const node = (draft: Draft) => finishNode(draft, rootOf);
  const disabled = (each: Disabled): GraphResource =>
    "node" in each ? node(each.node) : each.resource;
  return {
    projectName: runtime.project.name,
    nodes: record(manifest.nodes, node),
    functions: record(manifest.functions, node),
    sources: record(manifest.sources, same),
    macros: record(manifest.macros, same),
    docs: record(manifest.docs, same),
    exposures: record(manifest.exposures, (each) => ({ ...each, refs: publishedRefs(each.refs) })),
    groups: record(manifest.groups, same),
    unit_tests: record(manifest.unitTests, same),
    metrics: record(manifest.metrics, same),
    semantic_models: record(manifest.semanticModels, same),
    saved_queries: record(manifest.savedQueries, same),
    disabled: record(manifest.disabled, (list) => list.map(disabled)),
    selectors: selectors(runtime.project),
    env: asJsonObject(customEnv(runtime.env)),
  };
}

function same<T>(value: T): T {
  return value;
}

function record<From, To>(
  map: ReadonlyMap<string, From>,
  convert: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Array.from(map, ([id, value]) => [id, convert(value)]));
}

function selectors({ selectors: found }: ProjectConfig): JsonObject {
  const entries = Array.from(
    found ?? [],
    ([name, selector]) => [name, asJson(selector.manifestEntry)] as const,
  );
  return Object.fromEntries(entries);
}

const CUSTOM_ENV = /^DBT_(?:ENGINE_)?ENV_CUSTOM_ENV_/;

/** What users put into `DBT_ENV_CUSTOM_ENV_*` to find again in artifacts. */
function customEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    CUSTOM_ENV.test(name) && value !== undefined
      ? [[name.replace(CUSTOM_ENV, ""), value] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

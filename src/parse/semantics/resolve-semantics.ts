import { metricRule, timeSpineMissing } from "../../errors/semantic-errors.ts";
import type { DraftManifest, DraftSemantic } from "../drafts/draft-manifest.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import {
  type Referrer,
  type ReferenceTools,
  resolveMetrics,
  resolveRefs,
} from "../references/resolve-node.ts";
import { createResolvers } from "../references/resolvers.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import type { RefArgs } from "../../manifest/node-parts.ts";
import { resolveMetricInputs } from "./resolve-metrics.ts";

/** Semantic models find their models, metrics their measures, saved queries their metrics. */
export function resolveSemantics(environment: ParseEnvironment, lookups: Lookups): void {
  const { manifest, runtime } = environment;
  const resolvers = createResolvers(runtime, manifest, lookups);
  const tools: ReferenceTools = { environment, lookups, resolvers };
  for (const model of manifest.semanticModels.values()) resolveSemanticModel(tools, model);
  for (const metric of manifest.metrics.values()) resolveMetricInputs(tools, metric);
  for (const query of manifest.savedQueries.values()) resolveSavedQuery(tools, query);
  checkTimeSpine(manifest, lookups);
  checkCumulativeParams(manifest);
}

export function referrerOfSemantic({ manifest }: ParseEnvironment, node: DraftSemantic): Referrer {
  return {
    id: node.unique_id,
    name: node.name,
    kind: node.resource_type,
    packageName: node.package_name,
    group: node.group,
    place: manifest.places.get(node.unique_id) ?? { path: node.original_file_path },
    dependsOn: new Set(node.depends_on.nodes),
    disable: () => {
      node.config = { ...node.config, enabled: false };
    },
  };
}

function resolveSemanticModel(tools: ReferenceTools, model: DraftSemantic): void {
  const from = referrerOfSemantic(tools.environment, model);
  resolveRefs(tools, from, (model.refs ?? []) as unknown as readonly RefArgs[]);
  model.depends_on = { macros: [], nodes: [...from.dependsOn] };
  const [id] = from.dependsOn;
  const node = id === undefined ? undefined : tools.environment.manifest.nodes.get(id);
  if (node === undefined) return;
  Object.assign(model, {
    node_relation: {
      alias: node.alias,
      schema_name: node.schema,
      database: node.database,
      relation_name: node.relationName,
    },
  });
}

function resolveSavedQuery(tools: ReferenceTools, query: DraftSemantic): void {
  const from = referrerOfSemantic(tools.environment, query);
  const params = query.query_params;
  const names =
    isMapping(params) && Array.isArray(params.metrics) ? (params.metrics as string[]) : [];
  resolveMetrics(
    tools,
    from,
    names.map((name) => [name]),
  );
  query.depends_on = { macros: [], nodes: [...from.dependsOn] };
}

const FINE_ENOUGH = new Set([
  "nanosecond",
  "microsecond",
  "millisecond",
  "second",
  "minute",
  "hour",
  "day",
]);
const LEGACY_TIME_SPINE = "metricflow_time_spine";

/** Where there are semantic models there must be a table of days, or finer. */
function checkTimeSpine(manifest: DraftManifest, lookups: Lookups): void {
  const [first] = manifest.semanticModels.values();
  if (first === undefined || lookups.refs().find(LEGACY_TIME_SPINE, null) !== undefined) return;
  const grains = [...manifest.nodes.values()].flatMap(({ model, columns }) => {
    const spine = model.timeSpine;
    const column = isMapping(spine) ? spine.standard_granularity_column : undefined;
    return typeof column === "string" ? [columns[column]?.granularity ?? ""] : [];
  });
  if (grains.some((grain) => FINE_ENOUGH.has(grain))) return;
  throw timeSpineMissing(
    manifest.places.get(first.unique_id) ?? { path: first.original_file_path },
  );
}

/** dbt 1.12 no longer takes `window` and `grain_to_date` beside the cumulative parameters. */
function checkCumulativeParams(manifest: DraftManifest): void {
  if (manifest.semanticModels.size === 0) return;
  for (const metric of manifest.metrics.values()) {
    const params = metric.type_params;
    if (!isMapping(params) || (params.window === null && params.grain_to_date === null)) continue;
    throw metricRule(
      metric.name,
      "has window or grain_to_date directly under type_params.",
      manifest.places.get(metric.unique_id) ?? { path: metric.original_file_path },
      "Move them into `cumulative_type_params:`.",
    );
  }
}

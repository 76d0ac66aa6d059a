import { metricRule } from "../../errors/semantic-errors.ts";
import { nearest } from "../../util/nearest.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import { asJson } from "../as-json.ts";
import type { DraftManifest, DraftSemantic } from "../drafts/draft-manifest.ts";
import { packagesToSearch } from "../references/packages-to-search.ts";
import type { ReferenceTools } from "../references/resolve-node.ts";
import type { InputMeasure, InputMetric } from "./metric-parts.ts";
import type { TypeParams } from "./type-params.ts";

/** Finds the measures that a metric is made of, and what it depends on; first for the metrics in it. */
export function resolveMetricInputs(tools: ReferenceTools, metric: DraftSemantic): void {
  const params = paramsOf(metric);
  if (params.input_measures.length > 0) return;
  switch (metric.type) {
    case "simple":
    case "cumulative":
      if (params.measure === null) throw rule(tools, metric, "needs a measure.");
      {
        dependOnMeasures(tools, metric, [params.measure]);
        return;
      }
    case "conversion": {
      const conversion = params.conversion_type_params;
      if (conversion === null)
        throw rule(tools, metric, "is a conversion and needs conversion_type_params.");
      dependOnMeasures(tools, metric, [conversion.base_measure, conversion.conversion_measure]);
      return;
    }
    case "ratio":
      if (params.numerator === null || params.denominator === null) {
        throw rule(tools, metric, "is a ratio and needs a numerator and a denominator.");
      }
      {
        dependOnMetrics(tools, metric, [params.numerator, params.denominator]);
        return;
      }
    default: {
      dependOnMetrics(tools, metric, params.metrics);
      return;
    }
  }
}

function paramsOf(metric: DraftSemantic): TypeParams {
  return metric.type_params as unknown as TypeParams; // Made by readTypeParams alone.
}

function addMeasures(metric: DraftSemantic, added: readonly InputMeasure[]): void {
  const params = paramsOf(metric);
  const known = new Map(params.input_measures.map((each) => [JSON.stringify(each), each]));
  for (const each of added)
    known.set(JSON.stringify(each), known.get(JSON.stringify(each)) ?? each);
  Object.assign(metric, {
    type_params: asJson({ ...params, input_measures: [...known.values()] }),
  });
}

function dependOn(metric: DraftSemantic, id: string): void {
  metric.depends_on = { macros: [], nodes: [...new Set([...metric.depends_on.nodes, id])] };
}

function dependOnMeasures(
  tools: ReferenceTools,
  metric: DraftSemantic,
  measures: readonly InputMeasure[],
): void {
  addMeasures(metric, measures);
  for (const { name } of measures) dependOn(metric, semanticModelOf(tools, metric, name));
}

function semanticModelOf(tools: ReferenceTools, metric: DraftSemantic, measure: string): string {
  const { manifest, runtime } = tools.environment;
  const holders = [...manifest.semanticModels.values()].filter((each) =>
    measuresOf(each).includes(measure),
  );
  for (const packageName of packagesToSearch(
    runtime.project.name,
    metric.package_name,
    null,
    false,
  )) {
    const found = holders.find((each) => packageName === null || each.package_name === packageName);
    if (found !== undefined) return found.unique_id;
  }
  const isDisabled = [...manifest.disabled.values()]
    .flat()
    .some(
      (each) =>
        "resource" in each &&
        each.resource.resource_type === "semantic_model" &&
        measuresOf(each.resource).includes(measure),
    );
  const fault = isDisabled ? "whose semantic model is disabled" : "which no semantic model has";
  const suggestion = nearest(measure, allMeasures(manifest));
  throw rule(tools, metric, `uses the measure "${measure}", ${fault}.`, suggestion);
}

function measuresOf(model: DraftSemantic): readonly string[] {
  const measures = model.measures;
  return Array.isArray(measures)
    ? measures.flatMap((each) => (isMapping(each) ? [String(each.name)] : []))
    : [];
}

function allMeasures(manifest: DraftManifest): string[] {
  return [...manifest.semanticModels.values()].flatMap(measuresOf);
}

function dependOnMetrics(
  tools: ReferenceTools,
  metric: DraftSemantic,
  inputs: readonly InputMetric[],
): void {
  for (const { name } of inputs) {
    const found = tools.resolvers.metric(name, null, metric.package_name);
    if (found.kind !== "found") {
      const fault = found.kind === "disabled" ? "which is disabled" : "which does not exist";
      const names = [...tools.environment.manifest.metrics.values()].map((each) => each.name);
      const suggestion = nearest(
        name,
        names.filter((each) => each !== metric.name),
      );
      throw rule(tools, metric, `uses the metric "${name}", ${fault}.`, suggestion);
    }
    resolveMetricInputs(tools, found.target);
    addMeasures(metric, paramsOf(found.target).input_measures);
    dependOn(metric, found.target.unique_id);
  }
}

function rule(
  { environment }: ReferenceTools,
  metric: DraftSemantic,
  fault: string,
  suggestion?: string,
) {
  const place = environment.manifest.places.get(metric.unique_id) ?? {
    path: metric.original_file_path,
  };
  return metricRule(
    metric.name,
    fault,
    place,
    suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
  );
}

import type { EngineEvent } from "../events/engine-event.ts";

export function noNodesForCriterion(
  criterion: string,
  suggestion: string | undefined,
): EngineEvent {
  const hint = suggestion === undefined ? "" : `. Did you mean '${suggestion}'?`;
  return {
    name: "NoNodesForSelectionCriteria",
    code: "M030",
    level: "warn",
    message: `The selection criterion '${criterion}' does not match any enabled nodes${hint}`,
    data: { spec_raw: criterion },
  };
}

export function selectExcludeIgnored(selector: string): EngineEvent {
  return {
    name: "SelectExcludeIgnoredWithSelectorWarning",
    code: "Q043",
    level: "warn",
    message: `--select and --exclude are ignored: the selection comes from --selector ${selector}`,
    data: { selector },
  };
}

export function unversionedBreakingChange(
  model: string,
  path: string,
  changes: readonly string[],
): EngineEvent {
  const list = changes.map((change) => `\n  - ${change}`).join("");
  return {
    name: "UnversionedBreakingChange",
    code: "I068",
    level: "warn",
    message: `Breaking change to the contract of the unversioned model ${model} (${path})${list}\nConsider making an additional (versioned) model with contract enforcement`,
    data: { model_name: model, model_file_path: path, breaking_changes: [...changes] },
  };
}

/** What became of a seed over the size limit: only its path is compared. */
export function seedOverLimit(
  kind: "SeedIncreased" | "SeedExceedsLimitSamePath" | "SeedExceedsLimitAndPathChanged",
  packageName: string,
  name: string,
): EngineEvent {
  const words = {
    SeedIncreased:
      "grew over the size limit since the earlier state: only its path is compared, so it counts as changed",
    SeedExceedsLimitSamePath:
      "is over the size limit, and only its path is compared: assuming that it has not changed",
    SeedExceedsLimitAndPathChanged:
      "is over the size limit, and its path changed: assuming that it has changed",
  };
  const code = {
    SeedIncreased: "I059",
    SeedExceedsLimitSamePath: "I060",
    SeedExceedsLimitAndPathChanged: "I061",
  };
  return {
    name: kind,
    code: code[kind],
    level: "warn",
    message: `Seed '${packageName}.${name}' ${words[kind]}`,
    data: { package_name: packageName, name },
  };
}

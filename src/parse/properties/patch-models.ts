import { child, isMapping, readOptional } from "../../yaml/typed-readers.ts";
import { readModelConstraints } from "../constraints.ts";
import type { Draft } from "../drafts/draft.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Lookups } from "../lookups.ts";
import { notSupported } from "../../errors/not-supported.ts";
import { placeOf } from "../../yaml/typed-readers.ts";
import { readDate } from "./read-date.ts";
import { readTimeSpine } from "./read-time-spine.ts";
import type { Entry } from "./entries.ts";
import { applyContract, setConstraints } from "./model-contract.ts";
import { patchCommonProperties, patchNode, readNodePatch, type NodePatch } from "./patch-node.ts";

/** One entry of `models:` without versions. */
export function patchModel(
  environment: ParseEnvironment,
  lookups: Lookups,
  entry: Entry,
): NodePatch {
  refuseSemanticModel(entry);
  const patch = readNodePatch(entry);
  const constraints = readModelConstraints(child(entry.at, "constraints"));
  const deprecationDate = readOptional(child(entry.at, "deprecation_date"), readDate) ?? null;
  const timeSpine = readTimeSpine(child(entry.at, "time_spine"), patch.columns, entry.name);
  patchNode(environment, lookups, patch, (draft: Draft) => {
    patchCommonProperties(draft, patch);
    Object.assign(draft.model, { version: null, latestVersion: null, deprecationDate, timeSpine });
    setConstraints(environment, draft, constraints);
    applyContract(draft);
  });
  return patch;
}

/** `semantic_model:` inside a model is the semantic layer's new form. */
export function refuseSemanticModel(entry: Entry): void {
  const at = child(entry.at, "semantic_model");
  const isOn = at.value === true || (isMapping(at.value) && at.value.enabled !== false);
  if (isOn) throw notSupported("semantic_model inside a model", "in properties files", placeOf(at));
}

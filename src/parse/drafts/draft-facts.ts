import { asJsonObject } from "../as-json.ts";
import type { Draft } from "./draft.ts";
import { finishNode, versionValue } from "./finish-node.ts";

/** A draft as templates see a node: by dbt's field names. */
export function draftFacts(draft: Draft): Readonly<Record<string, unknown>> {
  return { ...finishNode(draft, () => "") };
}

/** One field of a draft; the ones that name macros look at are not worth a whole node. */
export function draftFact(draft: Draft, name: string): unknown {
  const quick = QUICK[name];
  return quick === undefined ? draftFacts(draft)[name] : quick(draft);
}

const QUICK: Readonly<Record<string, (draft: Draft) => unknown>> = {
  name: ({ name }) => name,
  resource_type: ({ kind }) => kind,
  package_name: ({ packageName }) => packageName,
  unique_id: ({ uniqueId }) => uniqueId,
  fqn: ({ fqn }) => fqn,
  path: ({ path }) => path,
  original_file_path: ({ originalFilePath }) => originalFilePath,
  config: ({ config }) => asJsonObject(config),
  version: ({ kind, model }) => (kind === "model" ? versionValue(model.version) : undefined),
};

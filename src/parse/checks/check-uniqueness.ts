import { ambiguousAlias, duplicateName } from "../../errors/project-errors.ts";
import { versionedAndUnversioned } from "../../errors/model-errors.ts";
import { duplicateNameDistinctNodeTypes } from "../../events/parse-deprecations.ts";
import type { Draft } from "../drafts/draft.ts";
import { REFABLE } from "../drafts/ref-index.ts";
import { relationName } from "../drafts/update-config.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";

/** No two nodes may share a relation; names should be unique in a package. */
export function checkUniqueness(environment: ParseEnvironment): void {
  const byRelation = new Map<string, Draft>();
  const byName = { versioned: new Map<string, Draft>(), unversioned: new Map<string, Draft>() };
  for (const draft of environment.manifest.nodes.values()) {
    if (!isRelational(environment, draft)) continue;
    const name = `${draft.packageName}.${draft.name}`;
    if (draft.model.version === null) {
      checkName(environment, byName.unversioned.get(name), draft);
      byName.unversioned.set(name, draft);
    } else {
      byName.versioned.set(name, draft);
    }
    const relation = relationName(environment, draft);
    const first = byRelation.get(relation);
    if (first !== undefined)
      throw ambiguousAlias(relation, first.uniqueId, draft.uniqueId, draft.place);
    byRelation.set(relation, draft);
  }
  for (const [name, draft] of byName.versioned) {
    const unversioned = byName.unversioned.get(name);
    if (unversioned !== undefined) {
      throw versionedAndUnversioned(draft.uniqueId, unversioned.uniqueId, unversioned.place);
    }
  }
}

function isRelational({ runtime }: ParseEnvironment, draft: Draft): boolean {
  if (draft.kind !== "test") return REFABLE.has(draft.kind);
  return draft.config.store_failures === true || runtime.flags.storeFailures;
}

function checkName(environment: ParseEnvironment, first: Draft | undefined, draft: Draft): void {
  if (first === undefined) return;
  if (hasBehavior(environment, "require_unique_project_resource_names")) {
    throw duplicateName(draft.name, first.uniqueId, draft.uniqueId, draft.place);
  }
  environment.events.emit(
    duplicateNameDistinctNodeTypes(draft.name, first.uniqueId, draft.uniqueId),
  );
}

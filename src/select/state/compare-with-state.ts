import type { EventBus } from "../../events/event-bus.ts";
import type { GraphResource, Manifest } from "../../manifest/manifest.ts";
import { resourceById } from "../resource-by-id.ts";
import { sameContract } from "./same-contract.ts";
import { sameConfig, sameRelation } from "./same-config.ts";
import { isParsedNode, sameBody, sameContents, sameDescriptions } from "./same-contents.ts";
import { modifiedMacros, usesModifiedMacro } from "./modified-macros.ts";
import type { StateCheck } from "./state-checks.ts";

interface Comparison {
  readonly manifest: Manifest;
  readonly earlier: Manifest;
  readonly events: EventBus;
}

/** A judge of resources against the earlier manifest. */
export function compareWithState(
  check: StateCheck,
  { manifest, earlier, events }: Comparison,
): (resource: GraphResource) => boolean {
  const macros = modifiedMacros(manifest, earlier);
  const macroChanged = (resource: GraphResource): boolean =>
    usesModifiedMacro(resource, manifest, macros);
  const judge = (now: GraphResource, old: GraphResource | undefined): boolean => {
    switch (check) {
      case "new":
        return old === undefined;
      case "old":
        return old !== undefined;
      case "modified":
        return isModified(now, old, events) || macroChanged(now);
      case "unmodified":
        return !isModified(now, old, events) && !macroChanged(now);
      case "modified.macros":
        return macroChanged(now);
      case "modified.body":
        return isParsedNode(now) && (!isParsedNode(old) || !sameBody(now, old, events));
      case "modified.persisted_descriptions":
        return isParsedNode(now) && (!isParsedNode(old) || !sameDescriptions(now, old));
      case "modified.configs":
        return hasConfigComparison(now) && (!old || !sameConfig(now, old));
      case "modified.relation":
        return hasRelation(now) && (!old || !sameRelation(now, old));
      case "modified.contract":
        return isParsedNode(now) && (!isParsedNode(old) || !sameContract(now, old, events));
    }
  };
  return (resource) => judge(resource, resourceById(earlier, resource.unique_id));
}

/** Contents, and for models the contract once more: dbt warns of a breaking change either way. */
function isModified(now: GraphResource, old: GraphResource | undefined, events: EventBus): boolean {
  return !sameContents(now, old, events);
}

function hasConfigComparison(resource: GraphResource): boolean {
  return resource.resource_type !== "unit_test";
}

function hasRelation(resource: GraphResource): boolean {
  return isParsedNode(resource) || resource.resource_type === "source";
}

import type { EventBus } from "../../events/event-bus.ts";
import type { GraphResource, Manifest } from "../../manifest/manifest.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
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

type Judge = (now: GraphResource, old: GraphResource | undefined) => boolean;

/** A judge of resources against the earlier manifest. */
export function compareWithState(
  check: StateCheck,
  { manifest, earlier, events }: Comparison,
): (resource: GraphResource) => boolean {
  const macros = modifiedMacros(manifest, earlier);
  const macroChanged: Judge = (now) => usesModifiedMacro(now, manifest, macros);
  const modified: Judge = (now, old) => !sameContents(now, old, events) || macroChanged(now, old);
  const judges: Readonly<Record<StateCheck, Judge>> = {
    new: (_, old) => old === undefined,
    old: (_, old) => old !== undefined,
    modified,
    unmodified: (now, old) => !modified(now, old),
    "modified.macros": macroChanged,
    "modified.body": ofNodes((now, old) => sameBody(now, old, events)),
    "modified.persisted_descriptions": ofNodes(sameDescriptions),
    "modified.contract": ofNodes((now, old) => sameContract(now, old, events)),
    "modified.configs": (now, old) =>
      now.resource_type !== "unit_test" && (!old || !sameConfig(now, old)),
    "modified.relation": (now, old) =>
      (isParsedNode(now) || now.resource_type === "source") && (!old || !sameRelation(now, old)),
  };
  return (resource) => judges[check](resource, resourceById(earlier, resource.unique_id));
}

/** What only nodes have: a new one counts as changed, other resources never do. */
function ofNodes(same: (now: ManifestNode, old: ManifestNode) => boolean): Judge {
  return (now, old) => isParsedNode(now) && (!isParsedNode(old) || !same(now, old));
}

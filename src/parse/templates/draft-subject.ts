import type { RuntimeConfig } from "../../config/runtime-config.ts";
import type { ParseRecorder, ParseSubject } from "../../context/parse-recorder.ts";
import { seedDependencies } from "../../errors/parse-errors.ts";
import { addConfigCall } from "../config/config-calls.ts";
import { draftFacts } from "../drafts/draft-facts.ts";
import type { Draft } from "../drafts/draft.ts";
import { relationOf } from "../drafts/update-config.ts";

/** A draft as its templates see it; what they say goes into the draft. */
export function draftSubject(
  runtime: RuntimeConfig,
  draft: Draft,
  configText: () => Record<string, string> | undefined,
): ParseSubject {
  return {
    uniqueId: draft.uniqueId,
    name: draft.name,
    packageName: draft.packageName,
    kind: draft.kind,
    recorder: draft.kind === "seed" ? seedRecorder(draft) : recorderOf(draft, configText),
    facts: () => draftFacts(draft),
    relation: () => relationOf(runtime, draft),
  };
}

function recorderOf(
  draft: Draft,
  configText: () => Record<string, string> | undefined,
): ParseRecorder {
  return {
    ref: (ref) => draft.refs.push(ref),
    source: (source, table) => draft.sources.push([source, table]),
    metric: (call) => draft.metrics.push([...call]),
    function: (call) => draft.functions.push([...call]),
    config: (call) => {
      Object.assign(draft.unrenderedCalls, configText());
      addConfigCall(draft.calls, call);
    },
  };
}

/** Seeds are the ground of the graph: what a hook of theirs refers to could not be built before them. */
function seedRecorder(draft: Draft): ParseRecorder {
  const refuse = (): never => {
    throw seedDependencies(draft.uniqueId);
  };
  return { ref: refuse, source: refuse, metric: refuse, function: refuse, config: () => undefined };
}

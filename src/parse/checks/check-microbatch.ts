import { microbatchConfig } from "../../errors/project-errors.ts";
import {
  invalidConcurrentBatchesConfig,
  microbatchModelNoEventTimeInputs,
} from "../../events/parse-events.ts";
import { PyDateTime } from "../../util/python-values.ts";
import type { Draft } from "../drafts/draft.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";
import { isoDateTime } from "./iso-date-time.ts";

const BATCH_SIZES = ["hour", "day", "month", "year"];

/** The configs that batches cannot do without. */
export function checkMicrobatch(environment: ParseEnvironment): void {
  if (!usesBatches(environment)) return;
  const { manifest, events } = environment;
  const models = [...manifest.nodes.values()].filter(isMicrobatch);
  for (const draft of models) checkModel(draft);
  const concurrent = [...manifest.nodes.values()].filter(
    (each) => each.config.concurrent_batches === true,
  );
  if (concurrent.length > 0) events.emit(invalidConcurrentBatchesConfig(concurrent.length));
  for (const draft of models) checkInputs(environment, draft);
}

export function isMicrobatch({ kind, config }: Draft): boolean {
  return (
    kind === "model" &&
    config.materialized === "incremental" &&
    config.incremental_strategy === "microbatch"
  );
}

/** A project's own strategy of that name runs in batches only when the flag says so. */
function usesBatches(environment: ParseEnvironment): boolean {
  if (hasBehavior(environment, "require_batched_execution_for_custom_microbatch_strategy"))
    return true;
  const own = `macro.${environment.runtime.project.name}.get_incremental_microbatch_sql`;
  return !environment.manifest.macros.has(own);
}

function checkModel(draft: Draft): void {
  const {
    event_time: time,
    begin,
    batch_size: size,
    lookback,
    concurrent_batches: concurrent,
  } = draft.config;
  const fail = (name: string, expected: string, found: unknown): never => {
    throw microbatchConfig(draft.uniqueId, { name, expected, found }, draft.place);
  };
  if (typeof time !== "string")
    fail("event_time", "the name of the column with the event's time", time);
  const iso = typeof begin === "string" ? isoDateTime(begin) : undefined;
  if (iso !== undefined) draft.config.begin = new PyDateTime(iso);
  else if (!(begin instanceof PyDateTime))
    fail("begin", "a date or time in ISO 8601 from which to build", begin);
  if (!BATCH_SIZES.includes(String(size)))
    fail("batch_size", `one of ${BATCH_SIZES.join(", ")}`, size);
  if (lookback !== null && (typeof lookback !== "number" || !Number.isInteger(lookback))) {
    if (typeof lookback !== "boolean") fail("lookback", "a whole number", lookback);
  }
  if (concurrent !== null && typeof concurrent !== "boolean")
    fail("concurrent_batches", "true or false", concurrent);
}

function checkInputs({ manifest, events }: ParseEnvironment, draft: Draft): void {
  const times = [...draft.dependsOnNodes].map(
    (id) => (manifest.nodes.get(id)?.config ?? manifest.sources.get(id)?.config)?.event_time,
  );
  const wrong = times.find((time) => Boolean(time) && typeof time !== "string");
  if (wrong !== undefined) {
    const fault = {
      name: "event_time of an input",
      expected: "the name of a column",
      found: wrong,
    };
    throw microbatchConfig(draft.uniqueId, fault, draft.place);
  }
  if (!times.some(Boolean)) events.emit(microbatchModelNoEventTimeInputs(draft.name, draft.place));
}

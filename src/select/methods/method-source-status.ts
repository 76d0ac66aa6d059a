import { selectorValue, stateMissing } from "../../errors/selector-errors.ts";
import type { SourceFreshness } from "../previous-state.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `source_status:fresher`: sources loaded since the earlier freshness check, or new in it. */
export const matchSourceStatus: MethodFactory = (criterion, { state }) => {
  const status = valueText(criterion);
  if (!state?.sources) {
    throw stateMissing("source_status", "sources.json", state?.folder ?? "--state");
  }
  if (!state.currentSources)
    throw stateMissing("source_status", "sources.json", "the target folder");
  if (status !== "fresher") throw selectorValue("source_status", status, "fresher", "fresher");
  const before = loadedAt(state.sources);
  const ids = new Set<string>();
  for (const [id, now] of loadedAt(state.currentSources)) {
    const then = before.get(id);
    if (then === undefined || now > then) ids.add(id);
  }
  return (resource) => ids.has(resource.unique_id);
};

/** Milliseconds by id, of the checks that gave a time. */
function loadedAt(checks: readonly SourceFreshness[]): ReadonlyMap<string, number> {
  return new Map(
    checks.flatMap(({ unique_id, max_loaded_at: at }) =>
      at === undefined ? [] : [[unique_id, Date.parse(at)] as const],
    ),
  );
}

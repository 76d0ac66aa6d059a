import { stateMissing } from "../../errors/selector-errors.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `result:`: what ended with that status in the earlier run. */
export const matchResult: MethodFactory = (criterion, { state }) => {
  if (!state?.results) throw stateMissing("result", "run_results.json", state?.folder ?? "--state");
  const status = valueText(criterion);
  const ids = new Set(
    state.results.filter((result) => result.status === status).map((result) => result.unique_id),
  );
  return (resource) => ids.has(resource.unique_id);
};

import { selectorValue, stateMissing } from "../../errors/selector-errors.ts";
import { nearest } from "../../util/nearest.ts";
import { compareWithState } from "../state/compare-with-state.ts";
import { warnOfRemovedContracts } from "../state/removed-contracts.ts";
import { STATE_CHECKS } from "../state/state-checks.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `state:`: how a resource stands to the earlier manifest. */
export const matchState: MethodFactory = (criterion, scope) => {
  const value = valueText(criterion);
  const check = STATE_CHECKS.find((known) => known === value);
  if (check === undefined) {
    const expected = STATE_CHECKS.join(", ");
    throw selectorValue("state", value, expected, nearest(value, STATE_CHECKS));
  }
  const earlier = scope.state?.manifest;
  if (!earlier) throw stateMissing("state", "manifest.json", scope.state?.folder ?? "--state");
  if (check === "modified" || check === "unmodified" || check === "modified.contract") {
    warnOfRemovedContracts(earlier, scope);
  }
  return compareWithState(check, { ...scope, earlier });
};

import { faultNotUnderstood } from "../errors/endpoint-errors.ts";
import type { FaultKind, PlannedFault } from "./fault-injector.ts";

const KINDS = {
  throttle: true,
  error500: true,
  reset: true,
  denied: true,
  expired: true,
  "lost-answer": true,
  "session-lost": true,
} as const satisfies Record<FaultKind, true>;

/**
 * A planned fault as text: `OPERATION:KIND:AT`, or `OPERATION:KIND:ATxTIMES` for several calls in a
 * row. `GetStatement:throttle:3x2` throttles the third and the fourth GetStatement.
 *
 * @throws EngineError ENDPOINT_FAULT
 */
export function readFault(text: string): PlannedFault {
  const [operation = "", kind = "", when = "1"] = text.split(":");
  const at = /^(\d+)(?:x(\d+))?$/.exec(when);
  if (operation === "" || !isKind(kind) || !at) throw faultNotUnderstood(text, Object.keys(KINDS));
  const times = at[2] === undefined ? {} : { times: Number(at[2]) };
  return { operation, kind, at: Number(at[1]), ...times };
}

function isKind(text: string): text is FaultKind {
  return Object.hasOwn(KINDS, text);
}

import { PyFloat } from "../util/python-values.ts";
import { HOST, isHostObject, type HostProtocol } from "./host-object.ts";
import { PyDict } from "./py-dict.ts";
import { PyDictView } from "./py-dict-view.ts";
import { PyRange } from "./py-range.ts";
import { PySet } from "./py-set.ts";
import { PyTuple } from "./py-tuple.ts";
import { UndefinedValue } from "./undefined-value.ts";

/** Python's `bool(value)`: empty strings and containers, zero, None and Undefined are false. */
export function pyTruth(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return Boolean(value);
  if (Array.isArray(value)) return value.length > 0;
  if (isHostObject(value)) return hostTruth(value[HOST]);
  if (value instanceof UndefinedValue) return false;
  return value instanceof PyFloat ? value.value !== 0 : !isEmpty(value);
}

function isEmpty(value: object): boolean {
  if (value instanceof PyTuple) return value.items.length === 0;
  if (value instanceof PyRange) return value.length === 0;
  if (value instanceof PyDict || value instanceof PySet || value instanceof PyDictView) {
    return value.size === 0;
  }
  return false;
}

function hostTruth(protocol: HostProtocol): boolean {
  if (protocol.truth !== undefined) return protocol.truth();
  return protocol.length === undefined || protocol.length() > 0;
}

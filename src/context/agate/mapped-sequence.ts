import { pythonError } from "../../errors/jinja-errors.ts";
import {
  hostFunction,
  hostObject,
  isHostObject,
  type HostObject,
  type HostProtocol,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyEquals } from "../../jinja/python-equality.ts";
import { pyRepr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall } from "../members/call-arguments.ts";

/** agate's MappedSequence: values by index and, where there are keys, by key. */
export interface MappedSequence {
  /** `Row`, `Column` or `MappedSequence`. */
  readonly kind: string;
  readonly values: readonly unknown[];
  readonly keys: readonly string[] | null;
  /** What the kind has besides. */
  readonly attributes?: ReadonlyMap<string, unknown>;
}

export type SequenceObject = HostObject & { readonly sequence: MappedSequence };

export function isSequenceObject(value: unknown): value is SequenceObject {
  return isHostObject(value) && "sequence" in value;
}

export function sequenceObject(sequence: MappedSequence): SequenceObject {
  const { values } = sequence;
  const protocol: HostProtocol = {
    typeName: sequence.kind,
    getAttribute: (name) => sequence.attributes?.get(name) ?? methodOf(sequence, name),
    getItem: (key) => itemOf(sequence, key),
    iterate: () => values,
    length: () => values.length,
    truth: () => values.length > 0,
    contains: (value) => values.some((held) => pyEquals(held, value)),
    equals: (other) => equalsSequence(values, other),
    str: () => sequenceText(sequence),
  };
  return hostObject(protocol, { sequence });
}

function methodOf(sequence: MappedSequence, name: string): unknown {
  const { keys, values } = sequence;
  switch (name) {
    case "keys":
      return hostFunction(name, () => (keys === null ? null : new PyTuple(keys)));
    case "values":
      return hostFunction(name, () => new PyTuple(values));
    case "items":
      return hostFunction(name, () => new PyTuple(entriesOf(sequence).map((e) => new PyTuple(e))));
    case "dict":
      return hostFunction(name, () => PyDict.fromEntries(entriesOf(sequence)));
    case "get":
      return hostFunction(name, (args) => {
        const { key, default: fallback = null } = bindCall(name, ["key", "default"], args, 1);
        const index = typeof key === "string" ? entriesIndex(sequence, key) : -1;
        return index < 0 ? fallback : values[index];
      });
    default:
      return MISSING;
  }
}

function itemOf(sequence: MappedSequence, key: unknown): unknown {
  const { values } = sequence;
  if (typeof key === "number") {
    const index = key < 0 ? values.length + key : key;
    if (index < 0 || index >= values.length) {
      throw pythonError("IndexError", "tuple index out of range");
    }
    return values[index];
  }
  if (typeof key !== "string") return MISSING;
  const index = entriesIndex(sequence, key);
  return index < 0 ? MISSING : values[index];
}

function entriesIndex(sequence: MappedSequence, key: string): number {
  return sequence.keys?.indexOf(key) ?? -1;
}

function entriesOf({ keys, values }: MappedSequence): [string, unknown][] {
  if (keys === null) throw pythonError("KeyError", "This sequence has no keys");
  return keys.map((key, index) => [key, values[index]]);
}

function equalsSequence(values: readonly unknown[], other: unknown): boolean {
  const items = isSequenceObject(other)
    ? other.sequence.values
    : other instanceof PyTuple
      ? other.items
      : other;
  if (!Array.isArray(items) || items.length !== values.length) return false;
  return items.every((item, index) => pyEquals(item, values[index]));
}

function sequenceText({ kind, values }: MappedSequence): string {
  const sample = values.slice(0, 5).map(pyRepr).join(", ");
  return `<agate.${kind}: (${sample}${values.length > 5 ? ", ..." : ""})>`;
}

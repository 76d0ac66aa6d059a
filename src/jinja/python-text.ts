import { bug } from "../errors/bug.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { HOST, isHostObject, type HostProtocol } from "./host-object.ts";
import { PyDict } from "./py-dict.ts";
import { PyDictView } from "./py-dict-view.ts";
import { PyIterator } from "./py-iterator.ts";
import { PyRange } from "./py-range.ts";
import { PySet } from "./py-set.ts";
import { PyTuple } from "./py-tuple.ts";
import { pythonFloatText } from "../util/python-float-text.ts";
import { stringRepr } from "./runtime/string-repr.ts";
import { UndefinedValue } from "./undefined-value.ts";

/** Python's `str(value)`: what `{{ value }}` prints. */
export function pyStr(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof UndefinedValue) return "";
  if (value instanceof PyDate) return value.iso;
  if (value instanceof PyDateTime) return value.iso.replace("T", " ");
  if (isHostObject(value)) {
    const protocol = value[HOST];
    return protocol.str?.() ?? hostRepr(protocol);
  }
  return pyRepr(value);
}

/** Python's `repr(value)`: how values print inside lists and dicts. */
export function pyRepr(value: unknown): string {
  return reprWithin(value, []);
}

/** `open` are the containers around the value: one that holds itself prints as `[...]`. */
function reprWithin(value: unknown, open: readonly unknown[]): string {
  switch (typeof value) {
    case "string":
      return stringRepr(value);
    case "number":
      return Number.isInteger(value) ? String(value) : pythonFloatText(value);
    case "bigint":
      return String(value);
    case "boolean":
      return value ? "True" : "False";
    case "function":
      return `<function ${value.name}>`;
    case "object":
      return value === null ? "None" : reprObject(value, open);
    default:
      throw bug(`A template met a JavaScript ${typeof value}.`);
  }
}

function reprObject(value: object, open: readonly unknown[]): string {
  if (isHostObject(value)) return hostRepr(value[HOST]);
  if (value instanceof PyFloat) return pythonFloatText(value.value);
  if (value instanceof UndefinedValue) return "Undefined";
  if (value instanceof PyRange) return rangeRepr(value);
  if (value instanceof PyDate) return `datetime.date(${dateArguments(value.iso)})`;
  if (value instanceof PyDateTime) return `datetime.datetime(${dateArguments(value.iso)})`;
  if (value instanceof PyIterator) return `<${value.typeName} object>`;
  return reprContainer(value, open);
}

function reprContainer(value: object, open: readonly unknown[]): string {
  const cyclic = open.includes(value);
  const inner = [...open, value];
  const item = (part: unknown): string => reprWithin(part, inner);
  if (Array.isArray(value)) return cyclic ? "[...]" : `[${value.map(item).join(", ")}]`;
  if (value instanceof PyTuple) return tupleText(value.items.map(item));
  if (value instanceof PyDict) {
    if (cyclic) return "{...}";
    const pairs = Array.from(value.entries(), ([key, held]) => `${item(key)}: ${item(held)}`);
    return `{${pairs.join(", ")}}`;
  }
  if (value instanceof PySet) {
    return value.size === 0 ? "set()" : `{${Array.from(value, item).join(", ")}}`;
  }
  if (value instanceof PyDictView) {
    return `dict_${value.kind}([${Array.from(value, item).join(", ")}])`;
  }
  throw bug("A plain JavaScript object reached a template; hand it in through toPython.");
}

function tupleText(items: readonly string[]): string {
  return items.length === 1 ? `(${items.join("")},)` : `(${items.join(", ")})`;
}

function hostRepr(protocol: HostProtocol): string {
  return protocol.repr?.() ?? protocol.str?.() ?? `<${protocol.typeName} object>`;
}

function rangeRepr({ start, stop, step }: PyRange): string {
  const bounds = `${String(start)}, ${String(stop)}`;
  return step === 1 ? `range(${bounds})` : `range(${bounds}, ${String(step)})`;
}

function dateArguments(iso: string): string {
  return (iso.match(/\d+/g) ?? []).map((part) => String(Number(part))).join(", ");
}

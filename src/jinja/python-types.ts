import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { HOST, isHostObject } from "./host-object.ts";
import { PyDict } from "./py-dict.ts";
import { PyDictView } from "./py-dict-view.ts";
import { PyIterator } from "./py-iterator.ts";
import { PyRange } from "./py-range.ts";
import { PySet } from "./py-set.ts";
import { PyTuple } from "./py-tuple.ts";
import { UndefinedValue } from "./undefined-value.ts";

const CLASSES: readonly (readonly [new (...args: never[]) => object, string])[] = [
  [PyDict, "dict"],
  [PyFloat, "float"],
  [PyTuple, "tuple"],
  [UndefinedValue, "Undefined"],
  [PySet, "set"],
  [PyRange, "range"],
  [PyDate, "datetime.date"],
  [PyDateTime, "datetime.datetime"],
];

/** Python's name of a value's type, as its error messages print it. */
export function pythonTypeName(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "number":
      return Number.isInteger(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
    case "function":
      return "function";
    default:
      return objectTypeName(value);
  }
}

function objectTypeName(value: unknown): string {
  if (value === null) return "NoneType";
  if (Array.isArray(value)) return "list";
  if (isHostObject(value)) return value[HOST].typeName;
  if (value instanceof PyIterator) return value.typeName;
  if (value instanceof PyDictView) return `dict_${value.kind}`;
  const known = CLASSES.find(([type]) => value instanceof type);
  return known?.[1] ?? "object";
}

/** How Jinja names the owner of something that is not there: `dict object`, `None`. */
export function ownerText(value: unknown): string {
  return value === null ? "None" : `${pythonTypeName(value)} object`;
}

import { PyFloat } from "../../util/python-values.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { PyRange } from "../py-range.ts";
import { PySet } from "../py-set.ts";
import { PyTuple } from "../py-tuple.ts";
import { ownerText, pythonTypeName } from "../python-types.ts";
import { pyRepr } from "../python-text.ts";
import { MISSING } from "../scope.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { BoundMethod } from "./bound-method.ts";
import type { BuiltinMethod, MethodTable } from "./builtin-method.ts";
import { DICT_METHODS } from "./methods/dict-methods.ts";
import { LIST_METHODS, TUPLE_METHODS } from "./methods/list-methods.ts";
import { FLOAT_METHODS, INT_METHODS, numberAttribute } from "./methods/number-methods.ts";
import { SET_METHODS } from "./methods/set-methods.ts";
import { STRING_METHODS } from "./methods/string-methods.ts";
import { asIndex } from "./numbers.ts";
import type { RenderContext } from "../render-context.ts";

/** Jinja's `owner.name`: the attribute first, then the item. */
export function getAttribute(context: RenderContext, owner: unknown, name: string): unknown {
  if (owner instanceof UndefinedValue) return attributeOfUndefined(owner, name);
  const attribute = attributeOf(owner, name);
  if (attribute !== MISSING) return guarded(context, owner, name, attribute);
  const item = itemOf(owner, name);
  if (item !== MISSING) return item;
  return context.undefined({ name, owner: ownerText(owner) });
}

/** Jinja's `owner[key]`: the item first, then the attribute. */
export function getItem(context: RenderContext, owner: unknown, key: unknown): unknown {
  if (owner instanceof UndefinedValue) return attributeOfUndefined(owner, key);
  const item = itemOf(owner, key);
  if (item !== MISSING) return item;
  if (typeof key === "string") {
    const attribute = attributeOf(owner, key);
    if (attribute !== MISSING) return guarded(context, owner, key, attribute);
  }
  const name = typeof key === "string" ? key : { toString: () => pyRepr(key) };
  return context.undefined({ name, owner: ownerText(owner) });
}

function attributeOfUndefined(owner: UndefinedValue, key: unknown): unknown {
  if (owner.facts.absorbing !== true) throw owner.error();
  return new UndefinedValue({ ...owner.facts, name: key });
}

/** Python's sandbox hides names with an underscore, whatever they hold. */
function guarded(context: RenderContext, owner: unknown, name: string, value: unknown): unknown {
  if (!name.startsWith("_")) return value;
  return context.undefined({
    hint: `access to attribute '${name}' of '${pythonTypeName(owner)}' object is unsafe.`,
    type: "SecurityError",
    name,
  });
}

/** Names that every Python object has; here they lead nowhere. */
const DUNDERS = new Set([
  "__class__",
  "__init__",
  "__dict__",
  "__doc__",
  "__module__",
  "__str__",
  "__repr__",
  "__eq__",
  "__hash__",
  "__reduce__",
  "__subclasshook__",
]);

/** The attribute, or MISSING. Only tables and host protocols are asked, never JavaScript's properties. */
export function attributeOf(owner: unknown, name: string): unknown {
  if (isHostObject(owner)) return found(owner[HOST].getAttribute?.(name));
  const method = methodOf(owner, name);
  if (method !== undefined) return new BoundMethod(owner, name, pythonTypeName(owner), method);
  if (owner instanceof PyTuple) return namedField(owner, name);
  if (owner instanceof PyRange && ["start", "stop", "step"].includes(name)) {
    return owner[name as "start" | "stop" | "step"];
  }
  return numberAttribute(owner, name) ?? (DUNDERS.has(name) ? null : MISSING);
}

function namedField(tuple: PyTuple, name: string): unknown {
  const at = tuple.fieldNames?.indexOf(name) ?? -1;
  return at < 0 ? MISSING : tuple.items[at];
}

/** The built-in method of a value, for a call without a bound method in between. */
export function methodOf(owner: unknown, name: string): BuiltinMethod<unknown> | undefined {
  return methodTable(owner)?.get(name);
}

function methodTable(owner: unknown): MethodTable<unknown> | undefined {
  if (typeof owner === "string") return widened(STRING_METHODS);
  if (owner instanceof PyDict) return widened(DICT_METHODS);
  if (Array.isArray(owner)) return widened(LIST_METHODS);
  if (owner instanceof PyTuple) return widened(TUPLE_METHODS);
  if (owner instanceof PySet) return widened(SET_METHODS);
  if (owner instanceof PyFloat) return widened(FLOAT_METHODS);
  if (typeof owner === "number" || typeof owner === "bigint") return widened(INT_METHODS);
  return undefined;
}

/** The table belongs to the owner's type, which the caller has just looked at. */
function widened<Self>(table: MethodTable<Self>): MethodTable<unknown> {
  return table as MethodTable<unknown>;
}

/** None is a value; only a protocol without the method gives `undefined`. */
function found(value: unknown): unknown {
  return value === undefined ? MISSING : value;
}

/** The item, or MISSING where Python raises a LookupError or TypeError. */
export function itemOf(owner: unknown, key: unknown): unknown {
  if (owner instanceof PyDict) return owner.get(key);
  if (isHostObject(owner)) return found(owner[HOST].getItem?.(key));
  const index = asIndex(key);
  return index === undefined ? MISSING : itemAt(owner, index);
}

function itemAt(owner: unknown, index: number): unknown {
  if (Array.isArray(owner)) return atIndex(owner as unknown[], index);
  if (owner instanceof PyTuple) return atIndex(owner.items, index);
  if (typeof owner === "string") return atIndex(Array.from(owner), index);
  if (!(owner instanceof PyRange)) return MISSING;
  const place = index < 0 ? index + owner.length : index;
  return place >= 0 && place < owner.length ? owner.at(place) : MISSING;
}

function atIndex(items: readonly unknown[], index: number): unknown {
  const place = index < 0 ? index + items.length : index;
  return place >= 0 && place < items.length ? items[place] : MISSING;
}

import { pythonError } from "../errors/jinja-errors.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { HOST, isHostObject } from "./host-object.ts";
import { PyTuple } from "./py-tuple.ts";
import { UndefinedValue } from "./undefined-value.ts";

const UNDEFINED_KEY = Symbol("undefined");

/**
 * A value that a JavaScript Map tells apart exactly as Python tells apart keys: 1, 1.0 and True
 * are one key, "1" is another, tuples are equal by their items. Lists, dicts and sets have none.
 */
export function hashKey(value: unknown): unknown {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    default:
      return hashObject(value);
  }
}

function hashObject(value: unknown): unknown {
  if (value === null) return null;
  if (value instanceof PyFloat) return hashFloat(value.value);
  if (value instanceof PyTuple) return Symbol.for(`tuple:${value.items.map(keyText).join(",")}`);
  if (value instanceof PyDate) return Symbol.for(`date:${value.iso}`);
  if (value instanceof PyDateTime) return Symbol.for(`datetime:${value.iso}`);
  if (value instanceof UndefinedValue) return UNDEFINED_KEY;
  if (isHostObject(value)) return hashHost(value, value[HOST].hashKey?.());
  if (typeof value === "object" && "unhashableType" in value) {
    throw pythonError("TypeError", `unhashable type: '${String(value.unhashableType)}'`);
  }
  if (Array.isArray(value)) throw pythonError("TypeError", "unhashable type: 'list'");
  return value;
}

function hashHost(value: object, key: string | undefined): unknown {
  return key === undefined ? value : Symbol.for(`host:${key}`);
}

/** An integral float is the same key as the integer. */
function hashFloat(value: number): unknown {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  return BigInt(value);
}

const identities = new WeakMap<object, number>();
let nextIdentity = 0;

function keyText(item: unknown): string {
  const key = hashKey(item);
  if (typeof key === "string") return JSON.stringify(key);
  if (typeof key === "symbol") return `<${key.description ?? ""}>`;
  if (typeof key === "object" && key !== null) return `#${identityOf(key)}`;
  return `${typeof key === "bigint" ? "number" : typeof key}:${String(key)}`;
}

function identityOf(key: object): number {
  const known = identities.get(key);
  if (known !== undefined) return known;
  nextIdentity += 1;
  identities.set(key, nextIdentity);
  return nextIdentity;
}

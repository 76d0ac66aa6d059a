import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";

/** A hash of the parts that values are made of; `S` is the seed's and the result's type. */
export interface Hasher<S> {
  readonly int: (value: number, seed: S) => S;
  readonly long: (value: bigint, seed: S) => S;
  readonly bytes: (value: Uint8Array, seed: S) => S;
}

/** Spark's HashExpression: a value of any type on top of a seed. NULL leaves the seed alone. */
export function hashValue<S>(value: DuckDBValue, type: DuckDBType, seed: S, hasher: Hasher<S>): S {
  if (value === null) return seed;
  if (typeof value === "object") return hashObject(value, type, seed, hasher);
  switch (typeof value) {
    case "boolean":
      return hasher.int(value ? 1 : 0, seed);
    case "string":
      return hasher.bytes(new TextEncoder().encode(value), seed);
    case "bigint":
      return hasher.long(value, seed);
    default:
      return hashNumber(value, type, seed, hasher);
  }
}

function hashNumber<S>(value: number, type: DuckDBType, seed: S, hasher: Hasher<S>): S {
  const view = new DataView(new ArrayBuffer(8));
  // -0.0 hashes like 0.0, and every NaN like the canonical one.
  const canonical = value === 0 ? 0 : value;
  switch (String(type)) {
    case "FLOAT":
      view.setFloat32(0, canonical);
      return hasher.int(view.getInt32(0), seed);
    case "DOUBLE":
      view.setFloat64(0, canonical);
      return hasher.long(view.getBigInt64(0), seed);
    default:
      return hasher.int(value, seed);
  }
}

function hashObject<S>(
  value: Extract<DuckDBValue, object>,
  type: DuckDBType,
  seed: S,
  hasher: Hasher<S>,
): S {
  if ("bytes" in value) return hasher.bytes(value.bytes, seed);
  if ("scale" in value) return hashDecimal(value.value, value.width, seed, hasher);
  if ("months" in value) {
    return hasher.int(value.months, hasher.int(value.days, hasher.long(value.micros, seed)));
  }
  if ("micros" in value) return hasher.long(value.micros, seed);
  if ("days" in value) return hasher.int(value.days, seed);
  if ("items" in value && "valueType" in type) {
    return value.items.reduce((sum: S, item) => hashValue(item, type.valueType, sum, hasher), seed);
  }
  if ("entries" in value && "entryNames" in type) {
    const entries = value.entries as Readonly<Record<string, DuckDBValue>>;
    return type.entryNames.reduce((sum: S, name, at) => {
      const fieldType = type.entryTypes[at] ?? type;
      return hashValue(entries[name] ?? null, fieldType, sum, hasher);
    }, seed);
  }
  return seed;
}

/** Up to 18 digits as a long, else the bytes of java.math.BigInteger. */
function hashDecimal<S>(unscaled: bigint, width: number, seed: S, hasher: Hasher<S>): S {
  return width <= 18 ? hasher.long(unscaled, seed) : hasher.bytes(bigIntegerBytes(unscaled), seed);
}

/** BigInteger.toByteArray: the shortest two's complement, high byte first. */
function bigIntegerBytes(value: bigint): Uint8Array {
  let size = 1;
  while (BigInt.asIntN(size * 8, value) !== value) size++;
  const bytes = new Uint8Array(size);
  let rest = value;
  for (let at = size - 1; at >= 0; at--) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

/** Deep equality of JSON-like values; the order of keys does not count, undefined is null. */
export function jsonEquals(left: unknown, right: unknown): boolean {
  const a = plain(left);
  const b = plain(right);
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => jsonEquals(item, b[index]))
    );
  }
  const mine = a as Readonly<Record<string, unknown>>;
  const others = b as Readonly<Record<string, unknown>>;
  const keys = Object.keys(mine);
  return (
    keys.length === Object.keys(others).length &&
    keys.every((key) => Object.hasOwn(others, key) && jsonEquals(mine[key], others[key]))
  );
}

/** Dates and floats compare by what they are in JSON. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "object" && value !== null && "toJSON" in value) {
    const { toJSON } = value;
    if (typeof toJSON === "function") return (toJSON as () => unknown).call(value);
  }
  return value;
}

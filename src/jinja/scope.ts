/** What a scope answers for a name it does not hold. Unlike `undefined`, it cannot be a value. */
export const MISSING: unique symbol = Symbol("missing");

/** Where the free names of a template come from. */
export interface Scope {
  /** The value, or MISSING. Called once per name and frame, so it may compute. */
  lookup(name: string): unknown;
  /** All names, where someone may want to list them: dbt's `context.keys()`. */
  names?(): Iterable<string>;
}

/** Names of a record; own properties only, so `constructor` and `__proto__` are ordinary names. */
export function scopeOf(record: Readonly<Record<string, unknown>>): Scope {
  return {
    lookup: (name) => (Object.hasOwn(record, name) ? record[name] : MISSING),
    names: () => Object.keys(record),
  };
}

/** Names of several scopes; earlier ones win. */
export function layeredScope(...scopes: readonly Scope[]): Scope {
  return {
    lookup(name) {
      for (const scope of scopes) {
        const value = scope.lookup(name);
        if (value !== MISSING) return value;
      }
      return MISSING;
    },
    names: () => new Set(scopes.flatMap((scope) => [...(scope.names?.() ?? [])])),
  };
}

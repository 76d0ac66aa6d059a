/** The same fields, assignable: for a value that is still being built. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

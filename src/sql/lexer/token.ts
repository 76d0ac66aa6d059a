export type NumberType = "int" | "tinyint" | "smallint" | "bigint" | "decimal" | "double" | "float";

/** Offsets in the statement's text: the first character, and the one behind the last. */
interface Extent {
  readonly at: number;
  readonly end: number;
}

export type Token = Extent &
  /** A keyword or an unquoted name; `upper` is what keywords are compared with. */
  (
    | { readonly kind: "word"; readonly text: string; readonly upper: string }
    /** A name in backticks, without them. */
    | { readonly kind: "quoted"; readonly text: string }
    /** `text` is the literal's value, `double` tells `"..."` from `'...'`. */
    | { readonly kind: "string"; readonly text: string; readonly double: boolean }
    /** `text` has digits, dot and exponent only: the suffix has become `type`. */
    | { readonly kind: "number"; readonly text: string; readonly type: NumberType }
    | { readonly kind: "symbol"; readonly text: string }
    | { readonly kind: "end"; readonly text: "" }
  );

export type NumberType = "int" | "tinyint" | "smallint" | "bigint" | "decimal" | "double" | "float";

export type Token =
  /** A keyword or an unquoted name; `upper` is what keywords are compared with. */
  | { readonly kind: "word"; readonly text: string; readonly upper: string; readonly at: number }
  /** A name in backticks, without them. */
  | { readonly kind: "quoted"; readonly text: string; readonly at: number }
  /** A string literal; `text` is its value, `double` tells `"..."` from `'...'`. */
  | {
      readonly kind: "string";
      readonly text: string;
      readonly double: boolean;
      readonly at: number;
    }
  /** `text` has digits, dot and exponent only: the suffix has become `type`. */
  | {
      readonly kind: "number";
      readonly text: string;
      readonly type: NumberType;
      readonly at: number;
    }
  | { readonly kind: "symbol"; readonly text: string; readonly at: number }
  | { readonly kind: "end"; readonly text: ""; readonly at: number };

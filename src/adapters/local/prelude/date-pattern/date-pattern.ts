/** One piece of a Java date pattern. */
export type PatternItem =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "field"; readonly letter: string; readonly count: number }
  | { readonly kind: "optional"; readonly items: readonly PatternItem[] };

export interface DatePattern {
  readonly source: string;
  readonly items: readonly PatternItem[];
}

import type { RelationName, TranslatedQuery, PartitionValue } from "./translated-query.ts";

/** `like` is Spark's pattern (`*` any text, `|` or), undefined for all. */
export type ShowTranslation = { readonly kind: "show" } & (
  | { readonly what: "schemas"; readonly like?: string }
  | { readonly what: "tables" | "views"; readonly schema?: string; readonly like?: string }
  | {
      readonly what: "table-extended";
      readonly schema?: string;
      readonly like: string;
      readonly partition?: readonly PartitionValue[];
    }
  | { readonly what: "columns"; readonly target: RelationName }
  | { readonly what: "create-table"; readonly target: RelationName; readonly asSerde: boolean }
  | {
      readonly what: "partitions";
      readonly target: RelationName;
      readonly partition?: readonly PartitionValue[];
    }
  | { readonly what: "properties"; readonly target: RelationName; readonly key?: string }
  | {
      readonly what: "functions";
      readonly scope: "all" | "user" | "system";
      readonly like?: string;
    }
  | { readonly what: "catalogs" | "current-schema" }
);

export type DescribeTranslation = { readonly kind: "describe" } & (
  | {
      readonly what: "table";
      readonly target: RelationName;
      readonly extended: boolean;
      readonly partition?: readonly PartitionValue[];
    }
  | {
      readonly what: "column";
      readonly target: RelationName;
      readonly column: readonly string[];
      readonly extended: boolean;
    }
  | { readonly what: "schema"; readonly schema: string; readonly extended: boolean }
  | { readonly what: "function"; readonly name: string; readonly extended: boolean }
  | { readonly what: "query"; readonly query: TranslatedQuery }
);

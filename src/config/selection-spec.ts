import type { Place } from "../errors/place.ts";

/** Every selection method of dbt 1.12. */
export const SELECTION_METHODS = [
  "fqn",
  "tag",
  "group",
  "access",
  "source",
  "path",
  "file",
  "package",
  "config",
  "test_name",
  "test_type",
  "resource_type",
  "state",
  "exposure",
  "metric",
  "result",
  "source_status",
  "version",
  "semantic_model",
  "saved_query",
  "unit_test",
  "selector",
] as const;

export type SelectionMethod = (typeof SELECTION_METHODS)[number];

export const INDIRECT_SELECTIONS = ["eager", "cautious", "buildable", "empty"] as const;

/** Which tests come along with selected nodes. */
export type IndirectSelection = (typeof INDIRECT_SELECTIONS)[number];

/** One criterion: `@`, `2+tag:nightly+1`. */
export interface SelectionCriterion {
  readonly kind: "criterion";
  /** As the user wrote it, for messages. */
  readonly raw: string;
  readonly method: SelectionMethod;
  /** What follows the method's name with dots: `config.meta.owner` has `meta`, `owner`. */
  readonly methodArguments: readonly string[];
  /** Text from the command line; selectors.yml may give numbers and booleans. */
  readonly value: unknown;
  /** `@`: the node, its descendants, and all their ancestors. */
  readonly childrensParents: boolean;
  readonly parents: boolean;
  readonly parentsDepth: number | undefined;
  readonly children: boolean;
  readonly childrenDepth: number | undefined;
  /** Undefined: as the flag says. */
  readonly indirectSelection: IndirectSelection | undefined;
  /** Where it stands in selectors.yml. */
  readonly place?: Place | undefined;
}

/** Several selections as one set. */
export interface SelectionGroup {
  readonly kind: "union" | "intersection" | "difference";
  readonly components: readonly SelectionSpec[];
  /**
   * How tests whose parents came from several components join in. `flag`: as the flag says;
   * definitions of selectors.yml always take `eager`.
   */
  readonly indirectSelection: IndirectSelection | "flag";
  /** Warn with this text when nothing is selected. */
  readonly warnIfEmpty?: string | undefined;
}

export type SelectionSpec = SelectionCriterion | SelectionGroup;

import type { ColumnInfo, Constraint } from "../manifest/node-parts.ts";
import type { Json } from "../util/json.ts";

/** What is known of a model's generic test when its primary key is guessed. */
export interface KeyTest {
  readonly name: string;
  readonly kwargs: Readonly<Record<string, Json>>;
  readonly enabled: boolean;
}

/**
 * The columns that identify a model's rows, sorted: a primary key constraint, else columns tested
 * unique and not null, else tested unique, else with a disabled test of uniqueness.
 */
export function inferPrimaryKey(
  constraints: readonly Constraint[],
  columns: Readonly<Record<string, ColumnInfo>>,
  tests: readonly KeyTest[],
): string[] {
  return [...(fromConstraints(constraints, columns) ?? fromTests(tests))].sort();
}

function fromConstraints(
  constraints: readonly Constraint[],
  columns: Readonly<Record<string, ColumnInfo>>,
): readonly string[] | undefined {
  const onModel = constraints.find(({ type }) => type === "primary_key");
  if (onModel !== undefined) return onModel.columns ?? [];
  const column = Object.entries(columns).find(([, info]) =>
    info.constraints.some(({ type }) => type === "primary_key"),
  );
  return column === undefined ? undefined : [column[0]];
}

const UNIQUENESS = new Set(["unique", "unique_combination_of_columns"]);

function fromTests(tests: readonly KeyTest[]): Set<string> {
  const tested = (keep: (test: KeyTest) => boolean): Set<string> =>
    new Set(tests.filter(keep).flatMap(({ kwargs }) => columnsOf(kwargs)));
  const unique = tested((test) => UNIQUENESS.has(test.name) && test.enabled);
  const disabled = tested((test) => UNIQUENESS.has(test.name) && !test.enabled);
  const notNull = tested((test) => test.name === "not_null");
  const both = new Set([...notNull].filter((column) => unique.has(column) || disabled.has(column)));
  return [both, unique, disabled].find((columns) => columns.size > 0) ?? new Set();
}

function columnsOf(kwargs: Readonly<Record<string, Json>>): string[] {
  const { column_name: one, combination_of_columns: several } = kwargs;
  if (typeof one === "string") return [one];
  if (!Array.isArray(several)) return [];
  return several.filter((column): column is string => typeof column === "string");
}

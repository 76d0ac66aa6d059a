import { governanceConfig } from "../../../errors/session-errors.ts";

/** A model's `lf_grants`, checked. */
export interface FiltersConfig {
  readonly enabled: boolean;
  /** Delete filters of the table that the configuration does not name. */
  readonly dropExisting: boolean;
  readonly filters: readonly CellFilter[];
}

export interface CellFilter {
  readonly name: string;
  /** SQL over the table's columns; absent: all rows. */
  readonly rowFilter: string | undefined;
  /** Absent with `excluded` absent: all columns. */
  readonly columns: readonly string[] | undefined;
  readonly excluded: readonly string[] | undefined;
  /** ARNs that get SELECT through this filter. */
  readonly principals: readonly string[];
}

const HINT =
  "data_cell_filters: {enabled: true, filters: {name: {row_filter: ..., principals: [arn]}}}";

export function readFiltersConfig(config: Readonly<Record<string, unknown>>): FiltersConfig {
  const cells = record(config.data_cell_filters ?? {}, "data_cell_filters");
  return {
    enabled: cells.enabled === true,
    dropExisting: cells.drop_existing === true,
    filters: Object.entries(record(cells.filters ?? {}, "filters")).map(([name, value]) =>
      readFilter(name, record(value, name)),
    ),
  };
}

function readFilter(name: string, filter: Readonly<Record<string, unknown>>): CellFilter {
  const columns = names(filter.column_names, `${name}.column_names`);
  const excluded = names(filter.excluded_column_names, `${name}.excluded_column_names`);
  if (columns && excluded)
    throw governanceConfig(
      "lf_grants",
      `the filter "${name}" has column_names and excluded_column_names`,
      "one of them",
    );
  return {
    name,
    rowFilter: typeof filter.row_filter === "string" ? filter.row_filter : undefined,
    columns,
    excluded,
    principals: names(filter.principals, `${name}.principals`) ?? [],
  };
}

function names(value: unknown, what: string): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value) && value.length > 0) return value.map(String);
  if (Array.isArray(value)) return undefined;
  throw governanceConfig("lf_grants", `"${what}" must be a list`, "[name, ...]");
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw governanceConfig("lf_grants", `"${what}" must be a map`, HINT);
}

import { readFlag, readKeys, readMap, readNames } from "./config-values.ts";
import { governanceConfig } from "../../../errors/governance-errors.ts";

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

const CONFIG = "lf_grants";

export function readFiltersConfig(config: Readonly<Record<string, unknown>>): FiltersConfig {
  readKeys(CONFIG, "", config, ["data_cell_filters"]);
  const path = "data_cell_filters";
  const cells = readMap(CONFIG, path, config.data_cell_filters);
  readKeys(CONFIG, path, cells, ["enabled", "drop_existing", "filters"]);
  return {
    enabled: readFlag(CONFIG, `${path}.enabled`, cells.enabled),
    dropExisting: readFlag(CONFIG, `${path}.drop_existing`, cells.drop_existing),
    filters: Object.entries(readMap(CONFIG, `${path}.filters`, cells.filters)).map(
      ([name, filter]) => readFilter(name, readMap(CONFIG, `${path}.filters.${name}`, filter)),
    ),
  };
}

function readFilter(name: string, filter: Readonly<Record<string, unknown>>): CellFilter {
  readKeys(CONFIG, name, filter, [
    "row_filter",
    "principals",
    "column_names",
    "excluded_column_names",
  ]);
  const columns = columnsOf(name, "column_names", filter);
  const excluded = columnsOf(name, "excluded_column_names", filter);
  if (columns && excluded)
    throw governanceConfig(
      CONFIG,
      `the filter "${name}" has column_names and excluded_column_names`,
      "one of the two, or none for all columns",
    );
  const rows = filter.row_filter;
  return {
    name,
    rowFilter: typeof rows === "string" && rows.trim() !== "" ? rows : undefined,
    columns,
    excluded,
    principals: readNames(CONFIG, `${name}.principals`, filter.principals),
  };
}

/** An empty list is as good as none, as in dbt-glue. Lake Formation has names in lower case. */
function columnsOf(
  filter: string,
  key: string,
  values: Readonly<Record<string, unknown>>,
): readonly string[] | undefined {
  const names = readNames(CONFIG, `${filter}.${key}`, values[key]);
  return names.length === 0 ? undefined : names.map((name) => name.toLowerCase());
}

import { toPython } from "../jinja/convert.ts";
import { pyRepr } from "../jinja/python-text.ts";
import type { ColumnInfo, Constraint } from "../manifest/node-parts.ts";
import { sha256 } from "./hashes.ts";

export interface ContractState {
  readonly columns: Readonly<Record<string, ColumnInfo>>;
  readonly constraints: readonly Constraint[];
  readonly materialized: string;
}

/**
 * What `state:modified.contract` compares: columns by name with type and constraints, and for
 * tables and incremental models also the materialization and the model's constraints.
 */
export function contractChecksum({ columns, constraints, materialized }: ContractState): string {
  const sorted = Object.values(columns).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  let state = "";
  for (const column of sorted) {
    state += `|${column.name}${column.data_type ?? "None"}${constraintsText(column.constraints)}`;
  }
  if (materialized === "table" || materialized === "incremental") {
    state += materialized + constraintsText(constraints);
  }
  return sha256(state);
}

/** As Python prints a list of dbt's constraint objects; the checksum is over this text. */
function constraintsText(constraints: readonly Constraint[]): string {
  return `[${constraints.map(constraintText).join(", ")}]`;
}

function constraintText({ type, columns, ...rest }: Constraint): string {
  const fields = [
    `type=<ConstraintType.${type}: '${type}'>`,
    ...Object.entries(rest).map(([name, value]) => `${name}=${pyRepr(toPython(value))}`),
    ...(columns === undefined ? [] : [`columns=${pyRepr(toPython(columns))}`]),
  ];
  return `${columns === undefined ? "Column" : "Model"}LevelConstraint(${fields.join(", ")})`;
}

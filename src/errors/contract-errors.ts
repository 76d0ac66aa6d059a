import { EngineError } from "./engine-error.ts";

export interface ContractColumn {
  readonly name: string;
  readonly type: string;
}

/** What the YAML promises and what the query gives differ; the message is a table of the differences. */
export function contractBroken(
  promised: readonly ContractColumn[],
  given: readonly ContractColumn[],
): EngineError {
  if (promised.length === 0) {
    return new EngineError({
      code: "CONTRACT_WITHOUT_COLUMNS",
      message:
        "This model has an enforced contract, but its properties list no columns. List every column with its data_type.",
    });
  }
  return new EngineError({
    code: "CONTRACT_BROKEN",
    message: `This model has an enforced contract that failed.\n\n${differencesTable(promised, given)}`,
    hint: "Make the query give the listed columns and types, or change the contract.",
  });
}

function differencesTable(
  promised: readonly ContractColumn[],
  given: readonly ContractColumn[],
): string {
  const rows = [
    ["column_name", "definition_type", "contract_type", "mismatch_reason"],
    ...differences(promised, given),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const divider = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head, ...body] = rows.map(line);
  return [head, divider, ...body].join("\n");
}

function differences(
  promised: readonly ContractColumn[],
  given: readonly ContractColumn[],
): string[][] {
  const rows: string[][] = [];
  for (const column of given) {
    const listed = promised.find(({ name }) => name === column.name);
    if (!listed) rows.push([column.name, column.type, "", "missing in contract"]);
    else if (listed.type !== column.type) {
      rows.push([column.name, column.type, listed.type, "data type mismatch"]);
    }
  }
  for (const column of promised) {
    if (!given.some(({ name }) => name === column.name)) {
      rows.push([column.name, "", column.type, "missing in definition"]);
    }
  }
  return rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

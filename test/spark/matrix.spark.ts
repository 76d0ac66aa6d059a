import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runIn, type CliRun } from "../support/temp-project.ts";
import { drawMatrix } from "./matrix/draw-matrix.ts";
import { matrixCells, type MatrixCell } from "./matrix/matrix-cells.ts";
import { writeMatrixProject } from "./matrix/matrix-project.ts";
import { readCells } from "./matrix/read-cells.ts";

// One project in which every format meets every materialization and strategy, built twice on real
// Spark and twice on the embedded engine, with changed rows the second time. With
// DBT_GLUE_RECORD_MATRIX=1 the result is kept, for docs/compatibility.md.

const RECORD = join(import.meta.dirname, "matrix/recorded-matrix.json");
const MINUTE = 60_000;

const cells = matrixCells();
const root = mkdtempSync(join(tmpdir(), "dbt-glue-matrix-"));
const rows = new Map<string, ReadonlyMap<string, readonly string[]>>();
const builds: CliRun[] = [];

beforeAll(async () => {
  writeMatrixProject(root, cells, {
    local: { type: "glue", method: "local", schema: "matrix", location: "matrix.duckdb" },
    spark: {
      type: "glue",
      role_arn: "arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
      region: "us-east-1",
      workers: 2,
      worker_type: "G.1X",
      schema: "matrix",
      location: "s3://dbt-glue-matrix/data",
      endpoint_url: inject("endpointUrl"),
      threads: 4,
    },
  });
  for (const target of ["local", "spark"]) {
    for (const revision of [1, 2]) {
      builds.push(await dbt(["build", "--target", target, "--vars", `{revision: ${revision}}`]));
    }
    const { stdout } = await dbt(["run-operation", "print_cells", "--target", target]);
    rows.set(target, readCells(stdout));
  }
}, 20 * MINUTE);

afterAll(() => {
  const isSame = (cell: MatrixCell): boolean => differenceOf(cell) === undefined;
  console.log(drawMatrix(cells, isSame));
  if (process.env.DBT_GLUE_RECORD_MATRIX === "1") {
    const record = cells.map((cell) => ({ ...placeOf(cell), same: isSame(cell) }));
    writeFileSync(RECORD, `${JSON.stringify(record, null, 1)}\n`);
  }
  rmSync(root, { recursive: true, force: true });
});

describe("every format with every materialization and strategy that it has", () => {
  it("builds twice", () => {
    expect(builds.map(({ stdout }) => /ERROR=\d+/.exec(stdout)?.[0])).toEqual(
      builds.map(() => "ERROR=0"),
    );
  });

  it.each(cells.map((cell) => [cell.name, cell] as const))("%s: the same rows", (_, cell) => {
    expect(differenceOf(cell)).toBeUndefined();
  });
});

function dbt(argv: readonly string[]): Promise<CliRun> {
  return runIn(root, argv, {
    HOME: root,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
}

function placeOf({ format, what }: MatrixCell): { format: string; what: string } {
  return { format, what };
}

function differenceOf({ name }: MatrixCell): object | undefined {
  const [spark, local] = [rows.get("spark")?.get(name), rows.get("local")?.get(name)];
  const isSame = spark !== undefined && JSON.stringify(spark) === JSON.stringify(local);
  return isSame ? undefined : { spark, local };
}

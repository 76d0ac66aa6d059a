import type { StagedRows } from "../../../adapter/connection.ts";
import type { Lane } from "../engine/lane.ts";
import { quoteName } from "../engine/quote.ts";
import type { RelationRecord } from "../metadata/records.ts";

/** Appends rows of text to a temporary table of the lane's, from which `stagedView` reads. */
export async function stageRows(lane: Lane, { view, columns, rows }: StagedRows): Promise<void> {
  const name = tableOf(view);
  const definitions = columns.map((_, at) => `${quoteName(columnAt(at))} VARCHAR`);
  await lane.connection.run(
    `CREATE OR REPLACE TEMP TABLE ${quoteName(name)} (${definitions.join(", ")})`,
  );
  const appender = await lane.connection.createAppender(name, "main", "temp");
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
  lane.session.temporaryViews.set(name, recordOf(lane, name, columns.length));
}

/** Spark SQL that makes the view itself: the casts are Spark's. */
export function stagedView({ view, columns }: StagedRows): string {
  const casts = columns.map(
    ({ name, type }, at) => `cast(${columnAt(at)} as ${type}) as ${sparkQuoted(name)}`,
  );
  return `create or replace temporary view ${sparkQuoted(view)} as select ${casts.join(", ")} from ${sparkQuoted(tableOf(view))}`;
}

function tableOf(view: string): string {
  return `__dbt_rows_${view.toLowerCase()}`;
}

function sparkQuoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

function columnAt(index: number): string {
  return `_${index}`;
}

function recordOf(lane: Lane, name: string, width: number): RelationRecord {
  return {
    schema: "",
    name,
    kind: "view",
    columns: Array.from({ length: width }, (_, at) => ({
      name: columnAt(at),
      type: { kind: "string" },
      nullable: true,
    })),
    external: false,
    partitioning: [],
    options: {},
    properties: {},
    owner: lane.warehouse.owner,
    createdAt: lane.warehouse.now(),
  };
}

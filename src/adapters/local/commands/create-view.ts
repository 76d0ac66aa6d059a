import {
  columnArityMismatch,
  notAView,
  relationAlreadyExists,
  temporaryViewAlreadyExists,
} from "../../../errors/spark-catalog-errors.ts";
import type { CreateViewTranslation } from "../../../sql/table-translation.ts";
import type { OutputColumn } from "../../../sql/translated-query.ts";
import type { Lane } from "../engine/lane.ts";
import { CATALOG } from "../engine/open-database.ts";
import { quoteName } from "../engine/quote.ts";
import { resolveTarget, targetOf, type Target } from "../engine/relation-target.ts";
import { castQuery, castTo, inputColumn, resolveOutput } from "../engine/resolve-output.ts";
import { sparkName } from "../engine/spark-name.ts";
import { inTransaction } from "../engine/transaction.ts";
import { findRelation } from "../metadata/catalog-mirror.ts";
import type { RelationRecord } from "../metadata/records.ts";
import { checkNoDuplicates } from "./table-record.ts";

/** CREATE [OR REPLACE] [TEMPORARY] VIEW. */
export async function createView(lane: Lane, statement: CreateViewTranslation): Promise<void> {
  switch (statement.temporary) {
    case "no": {
      await createPermanentView(lane, statement);
      return;
    }
    case "local": {
      await createTemporaryView(lane, statement);
      return;
    }
    case "global": {
      await createGlobalView(lane, statement);
      return;
    }
  }
}

async function createPermanentView(lane: Lane, statement: CreateViewTranslation): Promise<void> {
  const target = resolveTarget(lane, statement.target);
  const existing = findRelation(lane.warehouse.mirror, target.schema, target.name);
  if (existing !== undefined) {
    if (statement.ifNotExists) return;
    if (!statement.orReplace) throw relationAlreadyExists(target.shown);
    if (existing.kind !== "view") throw notAView(target.shown);
  }
  const { record, sql } = await viewParts(lane, target, statement);
  await inTransaction(lane, async (transaction) => {
    await transaction.run(`CREATE OR REPLACE VIEW ${target.sql} AS ${sql}`);
    transaction.change({ change: "put", relation: record });
  });
}

/** A temporary view belongs to the lane's connection. */
async function createTemporaryView(lane: Lane, statement: CreateViewTranslation): Promise<void> {
  const name = statement.target.name.toLowerCase();
  const views = lane.session.temporaryViews;
  if (views.has(name) && !statement.orReplace) {
    if (statement.ifNotExists) return;
    throw temporaryViewAlreadyExists(sparkName(name));
  }
  const { record, sql } = await viewParts(lane, targetOf("", name), statement);
  await lane.connection.run(`CREATE OR REPLACE TEMPORARY VIEW ${quoteName(name)} AS ${sql}`);
  views.set(name, record);
}

async function createGlobalView(lane: Lane, statement: CreateViewTranslation): Promise<void> {
  const target = targetOf("global_temp", statement.target.name);
  const views = lane.warehouse.globalViews;
  if (views.has(target.name) && !statement.orReplace) {
    throw temporaryViewAlreadyExists(target.shown);
  }
  const { record, sql } = await viewParts(lane, target, statement);
  await lane.connection.run(`CREATE SCHEMA IF NOT EXISTS ${CATALOG}.global_temp`);
  await lane.connection.run(`CREATE OR REPLACE VIEW ${target.sql} AS ${sql}`);
  views.set(target.name, record);
}

/** What ALTER VIEW ... AS needs as well: the view's record and its DuckDB query. */
export async function viewParts(
  lane: Lane,
  target: Pick<Target, "schema" | "name" | "shown">,
  statement: Pick<
    CreateViewTranslation,
    "query" | "sparkSql" | "columns" | "comment" | "properties"
  >,
): Promise<{ readonly record: RelationRecord; readonly sql: string }> {
  const output = viewOutput(target, await resolveOutput(lane, statement.query), statement);
  checkNoDuplicates(output.map((column) => column.name));
  const casts = output.map((column, at) => ({
    name: column.name,
    sql: column.type.kind === "void" ? inputColumn(at) : castTo(inputColumn(at), column.type),
  }));
  const record: RelationRecord = {
    schema: target.schema,
    name: target.name,
    kind: "view",
    columns: output.map((column) => ({ ...column, nullable: true })),
    external: false,
    partitioning: [],
    options: {},
    properties: statement.properties,
    ...(statement.comment === undefined ? {} : { comment: statement.comment }),
    owner: lane.warehouse.owner,
    createdAt: lane.warehouse.now(),
    viewText: statement.sparkSql,
    viewSchema: lane.session.currentSchema,
  };
  return { record, sql: castQuery(statement.query.duckSql, casts, output.length) };
}

function viewOutput(
  target: Pick<Target, "shown">,
  output: readonly OutputColumn[],
  statement: Pick<CreateViewTranslation, "columns">,
): readonly (OutputColumn & { readonly comment?: string })[] {
  const { columns } = statement;
  if (columns === undefined) return output;
  if (columns.length !== output.length) {
    throw columnArityMismatch(
      target.shown,
      columns.map((column) => column.name),
      output.map((column) => column.name),
    );
  }
  return output.map((column, at) => ({ ...column, ...columns[at] }));
}

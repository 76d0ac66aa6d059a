import type { QueryResult } from "../../../adapter/connection.ts";
import { sparkError } from "../../../errors/adapter-errors.ts";
import { schemaNotFound } from "../../../errors/spark-catalog-errors.ts";
import type { SessionTranslation } from "../../../sql/translation.ts";
import { useSchema, type Lane } from "../engine/lane.ts";
import { quoteText } from "../engine/quote.ts";
import { sparkName } from "../engine/spark-name.ts";
import { findSchema } from "../metadata/catalog-mirror.ts";
import { duckZone, zoneOffset } from "../values/time-zone.ts";
import { emptyAnswer, tableAnswer } from "./table-answer.ts";

const ZONE_KEY = "spark.sql.session.timeZone";

/** USE, SET, RESET, SET TIME ZONE, EXPLAIN. */
export async function sessionCommand(
  lane: Lane,
  statement: SessionTranslation,
): Promise<QueryResult> {
  switch (statement.kind) {
    case "use": {
      const schema = statement.schema.toLowerCase();
      if (findSchema(lane.warehouse.mirror, schema) === undefined) {
        throw schemaNotFound(sparkName(statement.schema));
      }
      await useSchema(lane, schema);
      return emptyAnswer();
    }
    case "set":
      return await setConf(lane, statement.key, statement.value);
    case "reset":
      await resetConf(lane, statement.key);
      return emptyAnswer();
    case "set-time-zone":
      return await setConf(lane, ZONE_KEY, statement.zone);
    case "explain":
      return await explain(lane, statement.query.duckSql);
  }
}

async function setConf(
  lane: Lane,
  key: string | undefined,
  value: string | undefined,
): Promise<QueryResult> {
  const { conf } = lane.session;
  if (key === undefined) {
    const all = [...conf].sort(([a], [b]) => (a < b ? -1 : 1));
    return tableAnswer(["key", "value"], all);
  }
  if (value === undefined) {
    const known = key === ZONE_KEY ? lane.session.timeZone : conf.get(key);
    return tableAnswer(["key", "value"], [[key, known ?? "<undefined>"]]);
  }
  if (key === ZONE_KEY) await setTimeZone(lane, value);
  conf.set(key, value);
  return tableAnswer(["key", "value"], [[key, value]]);
}

async function setTimeZone(lane: Lane, zone: string): Promise<void> {
  if (zoneOffset(zone) === undefined) {
    throw sparkError(
      "INVALID_CONF_VALUE.TIME_ZONE",
      `The value '${zone}' in the config "${ZONE_KEY}" is invalid. Cannot resolve the given timezone.`,
    );
  }
  await lane.connection.run(`SET TimeZone = ${quoteText(duckZone(zone))}`);
  lane.session.timeZone = zone;
}

async function resetConf(lane: Lane, key: string | undefined): Promise<void> {
  const initial = new Map(Object.entries(lane.warehouse.options.conf ?? {}));
  const keys = key === undefined ? [...lane.session.conf.keys()] : [key];
  for (const name of keys) {
    const value = initial.get(name);
    if (value === undefined) lane.session.conf.delete(name);
    else lane.session.conf.set(name, value);
  }
  if (keys.includes(ZONE_KEY)) await setTimeZone(lane, lane.warehouse.options.timeZone ?? "UTC");
}

async function explain(lane: Lane, duckSql: string): Promise<QueryResult> {
  const rows = await (await lane.connection.run(`EXPLAIN ${duckSql}`)).getRows();
  const plan = rows.map((row) => String(row[1])).join("\n");
  return tableAnswer(["plan"], [[`== Physical Plan (DuckDB) ==\n${plan}`]]);
}

import type { DuckDBConnection } from "@duckdb/node-api";
import type { RelationRecord } from "../metadata/records.ts";
import { HIDDEN_SCHEMA } from "../metadata/side-tables.ts";
import { duckZone, zoneOffset, type ZoneOffset } from "../values/time-zone.ts";
import { CATALOG } from "./open-database.ts";
import { quoteName, quoteText } from "./quote.ts";
import type { Warehouse } from "./warehouse.ts";

/** One Spark session on the warehouse: a DuckDB connection with its own settings and temporary views. */
export interface Lane {
  readonly name: string;
  readonly warehouse: Warehouse;
  readonly connection: DuckDBConnection;
  readonly session: LaneSession;
}

export interface LaneSession {
  currentSchema: string;
  timeZone: string;
  readonly conf: Map<string, string>;
  /** By name in lower case. */
  readonly temporaryViews: Map<string, RelationRecord>;
}

export async function openLane(warehouse: Warehouse, name: string): Promise<Lane> {
  const connection = await warehouse.instance.connect();
  const timeZone = warehouse.options.timeZone ?? "UTC";
  const lane: Lane = {
    name,
    warehouse,
    connection,
    session: {
      currentSchema: "default",
      timeZone,
      conf: new Map(Object.entries(warehouse.options.conf ?? {})),
      temporaryViews: new Map(),
    },
  };
  await connection.run(`SET TimeZone = ${quoteText(duckZone(timeZone))}`);
  await useSchema(lane, "default");
  return lane;
}

/** Unqualified names are looked for in the schema; the prelude's macros stay in sight. */
export async function useSchema(lane: Lane, schema: string): Promise<void> {
  const path = `${CATALOG}.${quoteName(schema)},${CATALOG}.${HIDDEN_SCHEMA}`;
  await lane.connection.run(`SET search_path = ${quoteText(path)}`);
  lane.session.currentSchema = schema;
}

export function laneZone(lane: Lane): ZoneOffset {
  return zoneOffset(lane.session.timeZone) ?? (() => 0);
}

import { notSupported } from "../errors/not-supported.ts";
import type { SqlCatalog } from "./sql-catalog.ts";
import type { Translation } from "./translation.ts";

/** Turns one Spark SQL statement (Spark 3.5, ANSI off) into what the engine has to do. */
export function translate(sparkSql: string, catalog: SqlCatalog): Translation {
  throw notSupported(`the statement "${sparkSql.slice(0, 40)}"`, `in ${catalog.currentSchema}`);
}

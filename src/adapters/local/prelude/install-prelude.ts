import type { DuckDBConnection } from "@duckdb/node-api";
import { CATALOG, type Database } from "../engine/open-database.ts";
import { quoteText } from "../engine/quote.ts";
import { HIDDEN_SCHEMA } from "../metadata/side-tables.ts";
import { ROW_FUNCTIONS } from "./functions/row-functions.ts";
import { JS_FUNCTIONS } from "./js-functions.ts";
import { preludeMacros } from "./prelude-macros.ts";
import { registerFunctions, registerRowFunctions } from "./register-functions.ts";

/**
 * Makes Spark's functions known: JavaScript functions in every process, macros once per warehouse
 * file (they are kept in it, and made anew only when their text has changed).
 */
export async function installPrelude(database: Database): Promise<void> {
  registerFunctions(database, JS_FUNCTIONS);
  registerRowFunctions(database, ROW_FUNCTIONS);
  const macros = preludeMacros();
  const version = textHash(macros.join("\n"));
  if ((await installedVersion(database.main)) === version) return;
  await database.main.run(
    [
      "BEGIN",
      `USE ${CATALOG}.${HIDDEN_SCHEMA}`,
      ...macros,
      `DELETE FROM ${CATALOG}.${HIDDEN_SCHEMA}.settings WHERE key = 'prelude'`,
      `INSERT INTO ${CATALOG}.${HIDDEN_SCHEMA}.settings VALUES ('prelude', ${quoteText(version)})`,
      "COMMIT",
      "USE memory.main",
    ].join(";\n"),
  );
}

async function installedVersion(main: DuckDBConnection): Promise<string | undefined> {
  const result = await main.run(
    `SELECT value FROM ${CATALOG}.${HIDDEN_SCHEMA}.settings WHERE key = 'prelude'`,
  );
  const version = (await result.getRows())[0]?.[0];
  return typeof version === "string" ? version : undefined;
}

/** FNV-1a with the length: enough to notice that the text changed. */
function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}

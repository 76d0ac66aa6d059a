import type { CatalogSource } from "../catalog-source.ts";
import { entityNotFound } from "../glue-fault.ts";
import type { Input } from "../request.ts";
import type { Account, DatabaseEntry, TableEntry } from "../state/account.ts";
import { findDatabase } from "./database-operations.ts";

/** Names of databases and tables. */
export const NAME = { max: 255 };

/** A request about tables of one database. */
export interface Call {
  readonly account: Account;
  readonly input: Input;
  /** In lower case, as all names are stored. */
  readonly databaseName: string;
  readonly source: CatalogSource | undefined;
}

export type Body = (call: Call) => object | Promise<object>;

export function databaseOf({ account, databaseName }: Call): DatabaseEntry {
  return findDatabase(account, databaseName);
}

export function findTable(call: Call, member = "Name"): TableEntry {
  const name = call.input.string(member, NAME);
  const table = databaseOf(call).tables.get(name.toLowerCase());
  if (!table) throw entityNotFound(`Entity Not Found: table ${name} not found.`);
  return table;
}

import type { EndpointContext } from "../endpoint-context.ts";
import { alreadyExists, entityNotFound } from "../glue-fault.ts";
import type { GlueRequest, Input } from "../request.ts";
import { readInput } from "../request.ts";
import type { Operation } from "../server.ts";
import type { Account, CatalogEntry, DatabaseEntry } from "../state/account.ts";
import { page } from "./page.ts";

export function databaseOperations(context: EndpointContext): [string, Operation][] {
  const on = (
    body: (account: Account, input: Input) => object,
  ): ((request: GlueRequest) => object) => {
    return (request) => body(context.accounts.of(request.region), request.input);
  };
  return [
    ["GetDatabases", on(getDatabases)],
    [
      "GetDatabase",
      on((account, input) => ({ Database: findDatabase(account, input.string("Name")).entry })),
    ],
    ["CreateDatabase", on(createDatabase)],
    ["UpdateDatabase", on(updateDatabase)],
    ["DeleteDatabase", on(deleteDatabase)],
  ];
}

/** Names are stored and looked up in lower case. */
export function findDatabase(account: Account, name: string): DatabaseEntry {
  const database = account.databases.get(name.toLowerCase());
  if (!database) throw entityNotFound(`Database ${name} not found.`);
  return database;
}

function getDatabases(account: Account, input: Input): object {
  const all = [...account.databases.values()].map((database) => database.entry);
  const { items, next } = page(all, input, { max: 100, default: 100 });
  return { DatabaseList: items, NextToken: next };
}

function createDatabase(account: Account, input: Input): object {
  const entry = readDatabase(account, input);
  const name = String(entry["Name"]);
  if (account.databases.has(name)) throw alreadyExists(`Database ${name} already exists.`);
  account.databases.set(name, { entry, tables: new Map() });
  return {};
}

function updateDatabase(account: Account, input: Input): object {
  const old = findDatabase(account, input.string("Name"));
  const entry = readDatabase(account, input);
  account.databases.set(String(entry["Name"]), {
    entry: { ...entry, CreateTime: old.entry["CreateTime"] },
    tables: old.tables,
  });
  return {};
}

function deleteDatabase(account: Account, input: Input): object {
  const name = input.string("Name");
  findDatabase(account, name);
  account.databases.delete(name.toLowerCase());
  return {};
}

function readDatabase(account: Account, input: Input): CatalogEntry {
  const given = readInput(input.record("DatabaseInput"));
  return {
    ...given.members,
    Name: given.string("Name", { max: 255 }).toLowerCase(),
    Parameters: given.optionalRecord("Parameters") ?? {},
    CreateTime: Date.now() / 1000,
    CatalogId: account.accountId,
  };
}

import type { EndpointContext } from "../endpoint-context.ts";
import type { CatalogSource, SourceEntry } from "../catalog-source.ts";
import { alreadyExists, entityNotFound } from "../glue-fault.ts";
import type { Input } from "../request.ts";
import { readInput } from "../request.ts";
import type { Operation } from "../glue-service.ts";
import type { Account, DatabaseEntry } from "../state/account.ts";
import { mirrorDatabases } from "../state/mirror-catalog.ts";
import { page } from "./page.ts";

type Body = (
  account: Account,
  input: Input,
  source: CatalogSource | undefined,
) => object | Promise<object>;

export function databaseOperations(context: EndpointContext): [string, Operation][] {
  const on = (body: Body): Operation => {
    return async (request) => {
      const account = context.accounts.of(request.region);
      if (context.source) await mirrorDatabases(account, context.source);
      return body(account, request.input, context.source);
    };
  };
  return [
    ["GetDatabases", on(getDatabases)],
    ["GetDatabase", on(getDatabase)],
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

function getDatabase(account: Account, input: Input): object {
  return { Database: findDatabase(account, input.string("Name")).entry };
}

function getDatabases(account: Account, input: Input): object {
  const all = [...account.databases.values()].map((database) => database.entry);
  const { items, next } = page(all, input, { max: 100, default: 100 });
  return { DatabaseList: items, NextToken: next };
}

/** The engine does it first: what it refuses must not stand in the catalog. */
async function createDatabase(
  account: Account,
  input: Input,
  source: CatalogSource | undefined,
): Promise<object> {
  const entry = readDatabase(input);
  if (account.databases.has(entry.Name))
    throw alreadyExists(`Database ${entry.Name} already exists.`);
  await source?.createDatabase(entry);
  account.databases.set(entry.Name, {
    entry: { ...entry, CreateTime: Date.now() / 1000, CatalogId: account.accountId },
    mirrored: source !== undefined,
    tables: new Map(),
  });
  return {};
}

async function updateDatabase(
  account: Account,
  input: Input,
  source: CatalogSource | undefined,
): Promise<object> {
  const old = findDatabase(account, input.string("Name"));
  const entry = readDatabase(input);
  await source?.updateDatabase(entry);
  account.databases.set(entry.Name, {
    ...old,
    entry: { ...entry, CreateTime: old.entry.CreateTime, CatalogId: account.accountId },
  });
  return {};
}

async function deleteDatabase(
  account: Account,
  input: Input,
  source: CatalogSource | undefined,
): Promise<object> {
  const name = input.string("Name").toLowerCase();
  findDatabase(account, name);
  await source?.dropDatabase(name);
  account.databases.delete(name);
  return {};
}

function readDatabase(input: Input): SourceEntry {
  const given = readInput(input.record("DatabaseInput"));
  return {
    ...given.members,
    Name: given.string("Name", { max: 255 }).toLowerCase(),
    Parameters: given.optionalRecord("Parameters") ?? {},
  };
}

import type { EndpointContext } from "../endpoint-context.ts";
import { GlueFault, alreadyExists, entityNotFound, invalidInput } from "../glue-fault.ts";
import type { Input } from "../request.ts";
import { readInput } from "../request.ts";
import type { Operation } from "../server.ts";
import type { Account, CatalogEntry, DatabaseEntry, TableEntry } from "../state/account.ts";
import { mirrorTables } from "../state/mirror-catalog.ts";
import { findDatabase } from "./database-operations.ts";
import { page } from "./page.ts";

const NAME = { max: 255 };

export function tableOperations(context: EndpointContext): [string, Operation][] {
  const on = (body: (account: Account, input: Input) => object): Operation => {
    return async (request) => {
      const account = context.accounts.of(request.region);
      if (context.source)
        await mirrorTables(account, context.source, request.input.string("DatabaseName", NAME));
      return body(account, request.input);
    };
  };
  return [
    ["GetTables", on(getTables)],
    ["GetTable", on((account, input) => ({ Table: findTable(account, input).entry }))],
    ["CreateTable", on(createTable)],
    ["UpdateTable", on(updateTable)],
    [
      "DeleteTable",
      on((account, input) => deleteTable(account, input, input.string("Name", NAME))),
    ],
    ["BatchDeleteTable", on(batchDeleteTable)],
    ["GetTableVersions", on(getTableVersions)],
    ["BatchDeleteTableVersion", on(batchDeleteTableVersion)],
    ["GetPartitions", on(getPartitions)],
    ["BatchCreatePartition", on(batchCreatePartition)],
  ];
}

function databaseOf(account: Account, input: Input): DatabaseEntry {
  return findDatabase(account, input.string("DatabaseName", NAME));
}

function findTable(account: Account, input: Input, member = "Name"): TableEntry {
  const name = input.string(member, NAME);
  const table = databaseOf(account, input).tables.get(name.toLowerCase());
  if (!table) throw entityNotFound(`Entity Not Found: table ${name} not found.`);
  return table;
}

function getTables(account: Account, input: Input): object {
  const expression = input.optionalString("Expression", { max: 2048 });
  const matches = expression === undefined ? () => true : globOf(expression);
  const all = [...databaseOf(account, input).tables.values()]
    .map((table) => table.entry)
    .filter((entry) => matches(String(entry.Name)));
  const { items, next } = page(all, input, { max: 100, default: 100 });
  return { TableList: items, NextToken: next };
}

/** The service calls it a regular expression; in practice `*` works as a glob. */
function globOf(expression: string): (name: string) => boolean {
  const source = expression
    .replace(/[.+?^${}()|[\]\\]/g, (c) => (c === "." ? "." : `\\${c}`))
    .replace(/(?<!\.)\*/g, ".*");
  const pattern = new RegExp(`^${source}$`, "i");
  return (name) => pattern.test(name);
}

function createTable(account: Account, input: Input): object {
  const database = databaseOf(account, input);
  const entry = readTable(account, input);
  const name = String(entry.Name);
  if (database.tables.has(name)) throw alreadyExists(`Table ${name} already exists.`);
  database.tables.set(name, {
    entry: { ...entry, CreateTime: Date.now() / 1000, VersionId: "0" },
    version: 0,
    mirrored: false,
    versions: new Map(),
    partitions: new Map(),
  });
  return {};
}

function updateTable(account: Account, input: Input): object {
  const entry = readTable(account, input);
  const table = databaseOf(account, input).tables.get(String(entry.Name));
  if (!table) throw entityNotFound(`Entity Not Found: table ${String(entry.Name)} not found.`);
  const expected = input.optionalString("VersionId");
  if (expected !== undefined && expected !== String(table.version))
    throw new GlueFault(
      "ConcurrentModificationException",
      "Update table failed due to concurrent modifications.",
    );
  if (!input.boolean("SkipArchive")) table.versions.set(table.version, table.entry);
  table.version += 1;
  table.entry = {
    ...entry,
    CreateTime: table.entry.CreateTime,
    VersionId: String(table.version),
  };
  return {};
}

function deleteTable(account: Account, input: Input, name: string): object {
  if (!databaseOf(account, input).tables.delete(name.toLowerCase()))
    throw entityNotFound(`Entity Not Found: table ${name} not found.`);
  return {};
}

function batchDeleteTable(account: Account, input: Input): object {
  const names = (input.optionalList("TablesToDelete") ?? []).map(String);
  if (names.length > 100) throw invalidInput("TablesToDelete may hold at most 100 names.");
  const { tables } = databaseOf(account, input);
  const missing = names.filter((name) => !tables.delete(name.toLowerCase()));
  return {
    Errors: missing.map((TableName) => ({
      TableName,
      ErrorDetail: { ErrorCode: "EntityNotFoundException", ErrorMessage: "Table not found" },
    })),
  };
}

function getTableVersions(account: Account, input: Input): object {
  const table = findTable(account, input, "TableName");
  const versions = [...table.versions, [table.version, table.entry] as const]
    .map(([version, Table]) => ({ Table, VersionId: String(version) }))
    .reverse();
  const { items, next } = page(versions, input, { max: 100, default: 100 });
  return { TableVersions: items, NextToken: next };
}

function batchDeleteTableVersion(account: Account, input: Input): object {
  const table = findTable(account, input, "TableName");
  const ids = (input.optionalList("VersionIds") ?? []).map(String);
  const missing = ids.filter((id) => !table.versions.delete(Number(id)));
  return {
    Errors: missing.map((VersionId) => ({
      TableName: table.entry.Name,
      VersionId,
      ErrorDetail: { ErrorCode: "EntityNotFoundException", ErrorMessage: "Version not found" },
    })),
  };
}

function getPartitions(account: Account, input: Input): object {
  const table = findTable(account, input, "TableName");
  const { items, next } = page([...table.partitions.values()], input, { max: 1000, default: 1000 });
  return { Partitions: items, NextToken: next };
}

function batchCreatePartition(account: Account, input: Input): object {
  const table = findTable(account, input, "TableName");
  for (const given of input.optionalList("PartitionInputList") ?? []) {
    const partition = given as CatalogEntry;
    table.partitions.set(JSON.stringify(partition.Values), {
      ...partition,
      DatabaseName: table.entry.DatabaseName,
      TableName: table.entry.Name,
    });
  }
  return { Errors: [] };
}

/** A table always has Parameters: clients look into them without asking. */
function readTable(account: Account, input: Input): CatalogEntry {
  const given = readInput(input.record("TableInput"));
  return {
    ...given.members,
    Name: given.string("Name", NAME).toLowerCase(),
    DatabaseName: input.string("DatabaseName", NAME).toLowerCase(),
    Parameters: given.optionalRecord("Parameters") ?? {},
    UpdateTime: Date.now() / 1000,
    CatalogId: account.accountId,
    CreatedBy: `arn:aws:iam::${account.accountId}:user/local`,
    IsRegisteredWithLakeFormation: false,
  };
}

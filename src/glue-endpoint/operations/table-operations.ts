import type { EndpointContext } from "../endpoint-context.ts";
import { GlueFault, alreadyExists, entityNotFound, invalidInput } from "../glue-fault.ts";
import type { SourceEntry } from "../catalog-source.ts";
import type { GlueRequest, Input } from "../request.ts";
import { readInput } from "../request.ts";
import type { Operation } from "../glue-service.ts";
import type { CatalogEntry } from "../state/account.ts";
import { mirrorTable, mirrorTables } from "../state/mirror-catalog.ts";
import { page } from "./page.ts";
import { PARTITION_OPERATIONS } from "./partition-operations.ts";
import { NAME, databaseOf, findTable } from "./table-call.ts";
import type { Body, Call } from "./table-call.ts";

/** Reads go through the mirror of the engine's catalog, changes through the engine. */
export function tableOperations(context: EndpointContext): [string, Operation][] {
  const { source } = context;
  const callOf = ({ region, input }: GlueRequest): Call => ({
    account: context.accounts.of(region),
    input,
    databaseName: input.string("DatabaseName", NAME).toLowerCase(),
    source,
  });
  const onDatabase = (body: Body): Operation => {
    return async (request) => {
      const call = callOf(request);
      if (source) await mirrorTables(call.account, source, call.databaseName);
      return body(call);
    };
  };
  const onTable = (nameOf: (input: Input) => string, body: Body): Operation => {
    return async (request) => {
      const call = callOf(request);
      const name = nameOf(call.input).toLowerCase();
      if (source) await mirrorTable(call.account, source, call.databaseName, name);
      return body(call);
    };
  };
  const named = (input: Input): string => input.string("Name", NAME);
  const ofTable = (input: Input): string => input.string("TableName", NAME);
  const given = (input: Input): string =>
    readInput(input.record("TableInput")).string("Name", NAME);
  return [
    ["GetTables", onDatabase(getTables)],
    ["BatchDeleteTable", onDatabase(batchDeleteTable)],
    ["GetTable", onTable(named, (call) => ({ Table: findTable(call).entry }))],
    ["CreateTable", onTable(given, createTable)],
    ["UpdateTable", onTable(given, updateTable)],
    ["DeleteTable", onTable(named, deleteTable)],
    ["GetTableVersions", onTable(ofTable, getTableVersions)],
    ["BatchDeleteTableVersion", onTable(ofTable, batchDeleteTableVersion)],
    ...PARTITION_OPERATIONS.map(([name, body]): [string, Operation] => [
      name,
      onTable(ofTable, body),
    ]),
  ];
}

function getTables(call: Call): object {
  const expression = call.input.optionalString("Expression", { max: 2048 });
  const matches = expression === undefined ? () => true : globOf(expression);
  const all = [...databaseOf(call).tables.values()]
    .map((table) => table.entry)
    .filter((entry) => matches(String(entry.Name)));
  const { items, next } = page(all, call.input, { max: 100, default: 100 });
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

/** The engine does it first: what it refuses must not stand in the catalog. */
async function createTable(call: Call): Promise<object> {
  const { tables } = databaseOf(call);
  const input = readTable(call);
  if (tables.has(input.Name)) throw alreadyExists(`Table ${input.Name} already exists.`);
  const mirrored = (await call.source?.createTable(call.databaseName, input)) ?? false;
  tables.set(input.Name, {
    entry: { ...entryOf(call, input), CreateTime: Date.now() / 1000, VersionId: "0" },
    version: 0,
    mirrored,
    versions: new Map(),
    partitions: new Map(),
  });
  if (mirrored) await noteSource(call, input.Name);
  return {};
}

async function updateTable(call: Call): Promise<object> {
  const input = readTable(call);
  const table = databaseOf(call).tables.get(input.Name);
  if (!table) throw entityNotFound(`Entity Not Found: table ${input.Name} not found.`);
  const expected = call.input.optionalString("VersionId");
  if (expected !== undefined && expected !== String(table.version))
    throw new GlueFault(
      "ConcurrentModificationException",
      "Update table failed due to concurrent modifications.",
    );
  if (table.mirrored) await call.source?.updateTable(call.databaseName, input);
  if (!call.input.boolean("SkipArchive")) table.versions.set(table.version, table.entry);
  table.version += 1;
  table.entry = {
    ...entryOf(call, input),
    CreateTime: table.entry.CreateTime,
    VersionId: String(table.version),
  };
  if (table.mirrored) await noteSource(call, input.Name);
  return {};
}

/** What the engine made of a change that came through the API is no change of its own. */
async function noteSource(call: Call, name: string): Promise<void> {
  const found = await call.source?.table(call.databaseName, name);
  const table = databaseOf(call).tables.get(name);
  if (found && table) table.source = found;
}

async function deleteTable(call: Call): Promise<object> {
  const name = call.input.string("Name", NAME);
  if (!(await removeTable(call, name)))
    throw entityNotFound(`Entity Not Found: table ${name} not found.`);
  return {};
}

async function batchDeleteTable(call: Call): Promise<object> {
  const names = (call.input.optionalList("TablesToDelete") ?? []).map(String);
  if (names.length > 100) throw invalidInput("TablesToDelete may hold at most 100 names.");
  const missing: string[] = [];
  for (const name of names) if (!(await removeTable(call, name))) missing.push(name);
  return {
    Errors: missing.map((TableName) => ({
      TableName,
      ErrorDetail: { ErrorCode: "EntityNotFoundException", ErrorMessage: "Table not found" },
    })),
  };
}

/** True where there was one. Its data stays, as on AWS. */
async function removeTable(call: Call, name: string): Promise<boolean> {
  const { tables } = databaseOf(call);
  const table = tables.get(name.toLowerCase());
  if (table?.mirrored) await call.source?.dropTable(call.databaseName, name.toLowerCase());
  return tables.delete(name.toLowerCase());
}

function getTableVersions(call: Call): object {
  const table = findTable(call, "TableName");
  const versions = [...table.versions, [table.version, table.entry] as const]
    .map(([version, Table]) => ({ Table, VersionId: String(version) }))
    .reverse();
  const { items, next } = page(versions, call.input, { max: 100, default: 100 });
  return { TableVersions: items, NextToken: next };
}

function batchDeleteTableVersion(call: Call): object {
  const table = findTable(call, "TableName");
  const ids = (call.input.optionalList("VersionIds") ?? []).map(String);
  const missing = ids.filter((id) => !table.versions.delete(Number(id)));
  return {
    Errors: missing.map((VersionId) => ({
      TableName: table.entry.Name,
      VersionId,
      ErrorDetail: { ErrorCode: "EntityNotFoundException", ErrorMessage: "Version not found" },
    })),
  };
}

/** A table always has Parameters: clients look into them without asking. */
function readTable({ input }: Call): SourceEntry {
  const given = readInput(input.record("TableInput"));
  return {
    ...given.members,
    Name: given.string("Name", NAME).toLowerCase(),
    Parameters: given.optionalRecord("Parameters") ?? {},
  };
}

function entryOf({ account, databaseName }: Call, input: SourceEntry): CatalogEntry {
  return {
    ...input,
    DatabaseName: databaseName,
    UpdateTime: Date.now() / 1000,
    CatalogId: account.accountId,
    CreatedBy: `arn:aws:iam::${account.accountId}:user/local`,
    IsRegisteredWithLakeFormation: false,
  };
}

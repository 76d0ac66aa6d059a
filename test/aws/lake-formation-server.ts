import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Lake Formation's tags, data cell filters and permissions, with the service's rules: moto lacks
 * filters, and forgets a resource's other tags. Lists come two at a time. `changes` are the operations
 * that change something.
 */
export interface LakeFormationServer {
  readonly url: string;
  readonly changes: string[];
  /** Tags that exist, by key; assigning another one is a failure inside a successful answer. */
  readonly tags: Map<string, readonly string[]>;
  /** How many of the next changes the service refuses because of somebody else's. */
  conflicts: number;
  /** Principals that the service refuses. */
  readonly unknownPrincipals: Set<string>;
  close(): void;
}

type Body = Readonly<Record<string, unknown>>;
interface Tag {
  readonly TagKey: string;
  readonly TagValues: readonly string[];
}
interface Filter {
  readonly DatabaseName: string;
  readonly TableName: string;
  readonly Name: string;
}
interface Table {
  readonly DatabaseName: string;
  readonly Name: string;
  readonly ColumnNames?: readonly string[];
}
interface Resource {
  readonly Database?: { readonly Name: string };
  readonly Table?: Table;
  readonly TableWithColumns?: Table;
}
interface Entry {
  readonly Principal: { readonly DataLakePrincipalIdentifier: string };
  readonly Resource: object;
  readonly Permissions: readonly string[];
}

class Refusal extends Error {}

export async function startLakeFormation(): Promise<LakeFormationServer> {
  const tags = new Map<string, readonly string[]>();
  const unknownPrincipals = new Set<string>();
  const changes: string[] = [];
  const state = { conflicts: 0 };
  const operations = {
    ...tagOperations(tags),
    ...filterOperations(),
    ...permissionOperations(unknownPrincipals),
  };
  const server = createServer((request, response) => {
    void (async () => {
      const operation = (request.url ?? "").slice(1);
      if (!/^(?:Get|List)/.test(operation)) changes.push(operation);
      try {
        const body = JSON.parse(await textOf(request)) as Body;
        if (!/^(?:Get|List)/.test(operation) && state.conflicts-- > 0)
          throw new Refusal("ConcurrentModificationException");
        const answer = operations[operation];
        if (!answer) throw new Refusal("UnknownOperationException");
        response.end(JSON.stringify(answer(body)));
      } catch (error) {
        response.writeHead(400, { "x-amzn-errortype": (error as Error).message });
        response.end(JSON.stringify({ Message: `refused: ${(error as Error).message}` }));
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changes,
    tags,
    unknownPrincipals,
    get conflicts() {
      return state.conflicts;
    },
    set conflicts(count) {
      state.conflicts = count;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Operations = Record<string, (body: Body) => object>;

function tagOperations(known: ReadonlyMap<string, readonly string[]>): Operations {
  const assigned = new Map<string, Map<string, readonly string[]>>();
  const of = (key: string): Map<string, readonly string[]> => {
    const found = assigned.get(key) ?? new Map<string, readonly string[]>();
    assigned.set(key, found);
    return found;
  };
  const pairs = (key: string): Tag[] =>
    [...of(key)].map(([TagKey, TagValues]) => ({ TagKey, TagValues }));
  return {
    GetResourceLFTags({ Resource: resource }) {
      const { Database, Table: table } = resource as Resource;
      if (Database) return { LFTagOnDatabase: pairs(Database.Name) };
      const key = `${table?.DatabaseName ?? ""}.${table?.Name ?? ""}`;
      const columns = [...assigned.keys()].filter((each) => each.startsWith(`${key}.`));
      return {
        LFTagsOnTable: pairs(key),
        LFTagsOnColumns: columns.map((column) => ({
          Name: column.slice(key.length + 1),
          LFTags: pairs(column),
        })),
      };
    },
    AddLFTagsToResource({ Resource: resource, LFTags }) {
      const unknown = (LFTags as Tag[]).filter(
        ({ TagKey, TagValues }) => !TagValues.every((value) => known.get(TagKey)?.includes(value)),
      );
      if (unknown.length === 0)
        for (const key of keysOf(resource as Resource))
          for (const { TagKey, TagValues } of LFTags as Tag[]) of(key).set(TagKey, TagValues);
      const Error = { ErrorCode: "EntityNotFoundException", ErrorMessage: "Tag does not exist." };
      return { Failures: unknown.map((LFTag) => ({ LFTag, Error })) };
    },
    RemoveLFTagsFromResource({ Resource: resource, LFTags }) {
      for (const key of keysOf(resource as Resource))
        for (const { TagKey } of LFTags as Tag[]) of(key).delete(TagKey);
      return {};
    },
  };
}

function keysOf({ Database, Table: table, TableWithColumns }: Resource): string[] {
  if (Database) return [Database.Name];
  const { DatabaseName = "", Name = "" } = table ?? TableWithColumns ?? {};
  const key = `${DatabaseName}.${Name}`;
  return TableWithColumns?.ColumnNames?.map((column) => `${key}.${column}`) ?? [key];
}

function filterOperations(): Operations {
  const filters = new Map<string, Filter>();
  const keyOf = (filter: Filter): string =>
    `${filter.DatabaseName}.${filter.TableName}.${filter.Name}`;
  return {
    ListDataCellsFilter({ Table: asked, NextToken }) {
      const { DatabaseName, Name } = asked as Table;
      const all = [...filters.values()].filter(
        (filter) => filter.DatabaseName === DatabaseName && filter.TableName === Name,
      );
      return paged("DataCellsFilters", all, NextToken);
    },
    CreateDataCellsFilter({ TableData }) {
      const filter = TableData as Filter;
      if (filters.has(keyOf(filter))) throw new Refusal("AlreadyExistsException");
      filters.set(keyOf(filter), filter);
      return {};
    },
    UpdateDataCellsFilter({ TableData }) {
      const filter = TableData as Filter;
      if (!filters.has(keyOf(filter))) throw new Refusal("EntityNotFoundException");
      filters.set(keyOf(filter), filter);
      return {};
    },
    DeleteDataCellsFilter(body) {
      if (!filters.delete(keyOf(body as unknown as Filter)))
        throw new Refusal("EntityNotFoundException");
      return {};
    },
  };
}

function permissionOperations(unknown: ReadonlySet<string>): Operations {
  let granted: Entry[] = [];
  const same = (a: Entry, b: Entry): boolean =>
    JSON.stringify([a.Principal, a.Resource]) === JSON.stringify([b.Principal, b.Resource]);
  return {
    ListPermissions({ Resource: resource, NextToken }) {
      const all = granted.filter((e) => JSON.stringify(e.Resource) === JSON.stringify(resource));
      return paged("PrincipalResourcePermissions", all, NextToken);
    },
    BatchGrantPermissions({ Entries }) {
      const entries = Entries as Entry[];
      if (entries.length > 20) throw new Refusal("InvalidInputException");
      const refused = entries.filter((e) => unknown.has(e.Principal.DataLakePrincipalIdentifier));
      granted.push(...entries.filter((entry) => !refused.includes(entry)));
      const Error = { ErrorCode: "InvalidInputException", ErrorMessage: "Invalid principal." };
      return { Failures: refused.map((RequestEntry) => ({ RequestEntry, Error })) };
    },
    BatchRevokePermissions({ Entries }) {
      granted = granted.filter((held) => !(Entries as Entry[]).some((entry) => same(held, entry)));
      return { Failures: [] };
    },
  };
}

function paged(member: string, all: readonly object[], token: unknown): object {
  const from = Number(token ?? 0);
  const next = from + 2 < all.length ? { NextToken: String(from + 2) } : {};
  return { [member]: all.slice(from, from + 2), ...next };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

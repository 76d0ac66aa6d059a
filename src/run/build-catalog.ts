import type { RelationDetails } from "../adapter/catalog.ts";
import type { Invocation } from "../context/invocation.ts";
import { EngineError } from "../errors/engine-error.ts";
import { renderError } from "../errors/render-error.ts";

export interface CatalogRows {
  /** Relations of the project's schemas by the unique id of the node or source they belong to. */
  readonly nodes: ReadonlyMap<string, RelationDetails>;
  readonly sources: ReadonlyMap<string, RelationDetails>;
  /** Messages of schemas that could not be read. */
  readonly errors: readonly string[];
}

/** `docs generate`: asks the catalog once per schema and matches the answer to nodes and sources. */
export async function buildCatalog(invocation: Invocation): Promise<CatalogRows> {
  const { adapter, manifest, runtime, selected } = invocation;
  const { select, exclude, selector } = runtime.flags;
  const isChosen = select.length > 0 || exclude.length > 0 || selector !== undefined;
  const wanted = (id: string): boolean => !isChosen || selected.has(id);
  const nodes = Object.values(manifest.nodes).filter((node) => node.relation_name !== null);
  const sources = Object.values(manifest.sources);
  const names = namesBySchema([
    ...nodes.map(({ schema, alias }) => [schema, alias] as const),
    ...sources.map(({ schema, identifier }) => [schema, identifier] as const),
  ]);
  const existing = (await adapter.catalog.listSchemas()).map((name) => name.toLowerCase());
  const errors: string[] = [];
  const described = await Promise.all(
    existing.flatMap((schema) => {
      const wantedNames = names.get(schema);
      return wantedNames ? [describeSchema(invocation, schema, wantedNames, errors)] : [];
    }),
  );
  const byAddress = new Map(
    described.flat().map((each) => [addressKey(each.schema, each.identifier), each]),
  );
  const matched = (
    entries: readonly { readonly unique_id: string; readonly schema: string }[],
    nameOf: (id: string) => string,
  ): Map<string, RelationDetails> =>
    new Map(
      entries.flatMap(({ unique_id: id, schema }): [string, RelationDetails][] => {
        const found = byAddress.get(addressKey(schema, nameOf(id)));
        return found && wanted(id) ? [[id, found]] : [];
      }),
    );
  return {
    nodes: matched(nodes, (id) => manifest.nodes[id]?.alias ?? ""),
    sources: matched(sources, (id) => manifest.sources[id]?.identifier ?? ""),
    errors,
  };
}

/** The names that the project has in each schema, in lower case: a database holds others' tables too. */
function namesBySchema(
  addresses: readonly (readonly [schema: string, name: string])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const [schema, name] of addresses) {
    const key = schema.toLowerCase();
    names.set(key, (names.get(key) ?? new Set<string>()).add(name.toLowerCase()));
  }
  return names;
}

async function describeSchema(
  { adapter }: Invocation,
  schema: string,
  names: ReadonlySet<string>,
  errors: string[],
): Promise<readonly RelationDetails[]> {
  try {
    return await adapter.catalog.describe(schema, names);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    errors.push(renderError(error));
    return [];
  }
}

function addressKey(schema: string, identifier: string): string {
  return `${schema}.${identifier}`.toLowerCase();
}

import type { RelationDetails } from "../adapter/catalog.ts";
import type { Invocation } from "../context/invocation.ts";
import { notSupported } from "../errors/not-supported.ts";

export interface CatalogRows {
  /** Relations of the project's schemas by the unique id of the node or source they belong to. */
  readonly nodes: ReadonlyMap<string, RelationDetails>;
  readonly sources: ReadonlyMap<string, RelationDetails>;
  /** Messages of schemas that could not be read. */
  readonly errors: readonly string[];
}

/** `docs generate`: asks the catalog once per schema and matches the answer to nodes and sources. */
export function buildCatalog(_invocation: Invocation): Promise<CatalogRows> {
  return Promise.reject(notSupported("the catalog of docs generate"));
}

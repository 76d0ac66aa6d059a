import type { Dialect } from "../dialect/dialect.ts";
import type { HostObject } from "../jinja/host-object.ts";
import type { Scope } from "../jinja/scope.ts";
import type { ManifestNode } from "../manifest/nodes.ts";
import type { Json } from "../util/json.ts";
import type { Invocation } from "./invocation.ts";
import type { MacroIndex } from "./macro-index.ts";
import type { NodeLookup } from "./members/node-lookup.ts";
import type { RelationCache } from "./relation/relation-cache.ts";
import type { PartPolicy } from "./relation.ts";

/** What the contexts of all nodes of one command share; made once. */
export interface ContextSkeleton {
  readonly invocation: Invocation;
  readonly dialect: Dialect;
  readonly macros: MacroIndex;
  readonly lookup: NodeLookup;
  readonly cache: RelationCache;
  /** `quoting:` of dbt_project.yml, and the same over Spark's defaults. */
  readonly projectQuoting: Readonly<Record<string, Json | undefined>>;
  readonly quotePolicy: PartPolicy;
  /** Spark catalog that Iceberg tables are named in; null where they need none. */
  readonly icebergCatalog: string | null;
  /** Members that are the same everywhere: `target`, `flags`, `graph`, `modules`, ... */
  readonly shared: Scope;
  /** Variables that templates of a package see. */
  varsOf(packageName: string): ReadonlyMap<string, unknown>;
  /** The node of the deferred manifest that a reference must go to, if it must. */
  deferred(node: ManifestNode): Promise<ManifestNode | undefined>;
  /** `api.Relation`. */
  readonly relationClass: HostObject;
}

import type { Adapter } from "../../adapter/adapter.ts";
import type { Connection, QueryResult } from "../../adapter/connection.ts";
import { createGlueCatalog } from "./catalog/glue-catalog.ts";
import type { SessionWorld } from "./life/glue-session.ts";
import { lakeFormationGovernance } from "./lake-formation/lake-formation-governance.ts";
import { planSession } from "./settings/session-plan.ts";
import { createSessionControl } from "./life/session-control.ts";
import { sessionChecks } from "./session-checks.ts";
import { createSessionPool } from "./life/session-pool.ts";
import type { Options } from "./settings/read-session-settings.ts";
import { sparkMetadata } from "./catalog/spark-metadata.ts";
import { targetStorage } from "./storage/target-storage.ts";

export interface SessionAdapterOptions {
  readonly world: SessionWorld;
  /** The profile's options, validated. */
  readonly options: Options;
  /** A new text for the id of each session that is not shared with anybody. */
  readonly unique: () => string;
  /** Root of the target's tables. */
  readonly location: string;
  readonly catalogId?: string;
  /** Spark's catalog of Iceberg tables; absent where it is Spark's own. */
  readonly icebergCatalog?: string;
}

/**
 * AWS Glue Interactive Sessions: all lanes share one session, except for nodes that want another
 * kind. Nothing is created until the first statement: metadata comes from the Data Catalog and costs
 * no session.
 */
export function createSessionAdapter(request: SessionAdapterOptions): Adapter {
  const { clients, ledger } = request.world;
  const pool = createSessionPool(request.world, request.options, request.unique);
  const { settings } = planSession(request.options, request.world.fileFormats);
  let lane: Promise<Connection> | undefined;
  const ask = async (sql: string): Promise<QueryResult> =>
    (await (lane ??= pool.computeFor().connect("catalog"))).execute(sql);
  return {
    description: `AWS Glue ${settings.glueVersion}, ${settings.workers} x ${settings.workerType}`,
    capabilities: {
      mergeFormats: ["delta", "iceberg", "hudi"],
      replaceFormats: ["delta", "iceberg"],
      replacesOtherFormats: false,
      tableLocations: true,
      icebergCatalog: true,
      pythonModels: true,
      concurrentBatches: true,
    },
    catalog: createGlueCatalog(() => clients.catalog(), {
      ...(request.catalogId === undefined ? {} : { catalogId: request.catalogId }),
      locationOf: (schema) => `${request.location.replace(/\/+$/, "")}/${schema}/`,
      spark: { delta: sparkMetadata(ask), iceberg: sparkMetadata(ask, request.icebergCatalog) },
    }),
    storage: targetStorage(clients, [request.location]),
    governance: lakeFormationGovernance(clients, request.catalogId),
    cost: ledger,
    sessions: createSessionControl(() => clients.glue(), request.world.leases),
    connect: (name) => pool.computeFor().connect(name),
    computeFor: (node) => pool.computeFor(node),
    checks: () =>
      sessionChecks({
        clients,
        options: request.options,
        fileFormats: request.world.fileFormats,
        connect: () => pool.computeFor().connect("debug"),
      }),
    async close() {
      await pool.close();
      await clients.close();
    },
  };
}

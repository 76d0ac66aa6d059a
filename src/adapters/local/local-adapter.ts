import type { Adapter } from "../../adapter/adapter.ts";
import { noGovernance } from "../spark/no-governance.ts";
import { openLane } from "./engine/lane.ts";
import { closeWarehouse, openWarehouse } from "./engine/warehouse.ts";
import { localCapabilities } from "./local-capabilities.ts";
import { localCatalog } from "./local-catalog.ts";
import type { LocalOptions } from "./local-config.ts";
import { openLocalConnection } from "./local-connection.ts";
import { localStorage } from "./local-storage.ts";

/** Opens the embedded engine on a warehouse file: DuckDB that speaks Spark SQL. */
export async function createLocalAdapter(options: LocalOptions): Promise<Adapter> {
  const warehouse = await openWarehouse(options);
  const bookkeeping = await openLane(warehouse, "catalog");
  warehouse.lanes.add(bookkeeping);
  return {
    capabilities: localCapabilities,
    description: `local (DuckDB ${warehouse.duckdb.version().replace(/^v/, "")})`,
    connect: (name) => openLocalConnection(warehouse, name),
    catalog: localCatalog(bookkeeping),
    storage: localStorage,
    governance: noGovernance("the local engine"),
    close: () => closeWarehouse(warehouse),
  };
}

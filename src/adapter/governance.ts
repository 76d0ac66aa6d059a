import type { JsonObject } from "../util/json.ts";
import type { RelationAddress } from "./catalog.ts";

/** Lake Formation, or nothing. Each call converges and reports what it changed. */
export interface Governance {
  applyTags(relation: RelationAddress, config: JsonObject): Promise<readonly string[]>;
  applyCellFilters(relation: RelationAddress, config: JsonObject): Promise<readonly string[]>;
}

import type { JsonObject } from "../util/json.ts";
import type { RelationAddress } from "./catalog.ts";

/** Lake Formation, or nothing. Each call converges and reports what it changed, a line per change. */
export interface Governance {
  /** `lf_tags_config`: tags of the database, the table and its columns. */
  applyTags(relation: RelationAddress, config: JsonObject): Promise<readonly string[]>;
  /** `lf_grants`: which rows and columns somebody sees. */
  applyCellFilters(relation: RelationAddress, config: JsonObject): Promise<readonly string[]>;
  /**
   * `grants`: who may do what with the table.
   *
   * @param revoke - also take away what the config does not give
   */
  applyGrants(
    relation: RelationAddress,
    config: JsonObject,
    revoke: boolean,
  ): Promise<readonly string[]>;
}

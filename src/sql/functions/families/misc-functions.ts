import type { FunctionFamily } from "../function-spec.ts";
import { currentSchemaFunction, hashFunction, xxhash64Function } from "../special/special-misc.ts";

/** Session facts, hashes, ids. */
export const MISC_FUNCTIONS: FunctionFamily = {
  current_catalog: "() -> string = 'spark_catalog'",
  current_database: currentSchemaFunction,
  current_schema: currentSchemaFunction,
  current_user: "() -> string = sp_current_user()",
  session_user: "() -> string = sp_current_user()",
  user: "() -> string = sp_current_user()",
  hash: hashFunction,
  input_file_name: "() -> string = ''",
  monotonically_increasing_id: "() -> bigint = CAST(row_number() OVER () - 1 AS BIGINT)",
  spark_partition_id: "() -> int = 0",
  uuid: "() -> string = CAST(uuid() AS VARCHAR)",
  version: "() -> string = sp_version()",
  xxhash64: xxhash64Function,
};

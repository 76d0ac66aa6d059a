import type { FunctionFamily } from "../function-spec.ts";
import {
  castFunction,
  decodeFunction,
  ifFunction,
  typeofFunction,
  nullifFunction,
  equalNullFunction,
  nvl2Function,
} from "../special/special-conditionals.ts";

/** Choosing between values, NULL handling, casts by name. */
export const CONDITIONAL_FUNCTIONS: FunctionFamily = {
  assert_true: [
    "(boolean) -> void = sp_assert_true($1, '''assert_true'' is not true!')",
    "(boolean, string) -> void = sp_assert_true($*)",
  ],
  coalesce: "(T+) -> T = coalesce($*)",
  decode: decodeFunction,
  equal_null: equalNullFunction,
  if: ifFunction,
  ifnull: "(T, T) -> T = coalesce($*)",
  isnotnull: "(any) -> boolean = $1 IS NOT NULL",
  isnull: "(any) -> boolean = $1 IS NULL",
  nanvl: "(double, double) -> double = CASE WHEN isnan($1) THEN $2 ELSE $1 END",
  nullif: nullifFunction,
  nvl: "(T, T) -> T = coalesce($*)",
  nvl2: nvl2Function,
  raise_error: "(string) -> void = error($1)",
  typeof: typeofFunction,
  boolean: castFunction("boolean"),
  tinyint: castFunction("tinyint"),
  smallint: castFunction("smallint"),
  int: castFunction("int"),
  bigint: castFunction("bigint"),
  float: castFunction("float"),
  double: castFunction("double"),
  decimal: castFunction("decimal"),
  date: castFunction("date"),
  timestamp: castFunction("timestamp"),
  binary: castFunction("binary"),
  string: castFunction("string"),
};

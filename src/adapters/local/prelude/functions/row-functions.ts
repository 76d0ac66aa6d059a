import { sparkTypeText } from "../../../../sql/spark-type.ts";
import { readTypeText } from "../../values/read-type-text.ts";
import { refineType, sparkTypeOf } from "../../values/spark-type-of.ts";
import { hashValue } from "../hash/hash-value.ts";
import { murmurBytes, murmurInt, murmurLong } from "../hash/murmur3.ts";
import { xxhashBytes, xxhashInt, xxhashLong } from "../hash/xxhash64.ts";
import { toJsonOptions, valueToJson } from "../json/to-json.ts";
import type { RowFunction } from "../row-function.ts";
import { formatString } from "../text/format-string.ts";

const MURMUR = { int: murmurInt, long: murmurLong, bytes: murmurBytes };
const XXHASH = { int: xxhashInt, long: xxhashLong, bytes: xxhashBytes };

/** Functions whose result depends on the types of what they are given. */
export const ROW_FUNCTIONS: readonly RowFunction[] = [
  {
    name: "js_hash",
    returns: "INTEGER",
    call: ([value = null, seed = null], [type]) =>
      type === undefined ? null : hashValue(value, type, Number(seed), MURMUR),
  },
  {
    name: "js_xxhash64",
    returns: "BIGINT",
    call: ([value = null, seed = null], [type]) =>
      type === undefined || typeof seed !== "bigint" ? null : hashValue(value, type, seed, XXHASH),
  },
  {
    name: "js_to_json",
    returns: "VARCHAR",
    call: ([value = null, typeText = null, options = null, zone = null], [type]) => {
      if (value === null || type === undefined) return null;
      // The text tells intervals apart; parts that the front end does not know come from DuckDB.
      const sparkType = typeText === "" ? undefined : readTypeText(String(typeText));
      const known = refineType(sparkType, type);
      return valueToJson(value, known, toJsonOptions(String(options), String(zone)));
    },
  },
  {
    name: "sp_typeof",
    returns: "VARCHAR",
    call: (_, [type]) => (type === undefined ? null : sparkTypeText(sparkTypeOf(type))),
  },
  {
    name: "sp_concat_ws",
    returns: "VARCHAR",
    call: ([separator = null, ...parts]) => {
      if (typeof separator !== "string") return null;
      const texts = parts.flatMap((part) =>
        part !== null && typeof part === "object" && "items" in part ? [...part.items] : [part],
      );
      return texts.filter((text) => text !== null).join(separator);
    },
  },
  {
    name: "sp_format_string",
    returns: "VARCHAR",
    call: ([format = null, ...values], [, ...types]) =>
      typeof format === "string" ? formatString(format, values, types) : null,
  },
];

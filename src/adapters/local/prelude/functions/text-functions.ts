import { createHash } from "node:crypto";
import { crc32 } from "../text/crc32.ts";
import { jsFunction, type JsFunction } from "../js-function.ts";
import { decodeText, encodeText, readBinary, unbase64 } from "../text/charsets.ts";
import { convertBase } from "../text/convert-base.ts";
import { javaDouble, javaFloat } from "../text/java-double.ts";
import {
  luhnCheck,
  maskText,
  sentences,
  smallDecimalText,
  soundex,
  textToMap,
} from "../text/text-calls.ts";
import { parseUrl, urlDecode, urlEncode } from "../text/url.ts";

/** Text that needs more than a formula. */
export const TEXT_FUNCTIONS: readonly JsFunction[] = [
  jsFunction("js_double_text", ["DOUBLE"], "VARCHAR", javaDouble),
  jsFunction("js_float_text", ["DOUBLE"], "VARCHAR", javaFloat),
  jsFunction("js_small_decimal_text", ["VARCHAR"], "VARCHAR", smallDecimalText),
  jsFunction("js_blob_text", ["BLOB"], "VARCHAR", (bytes) => new TextDecoder().decode(bytes)),
  jsFunction("js_soundex", ["VARCHAR"], "VARCHAR", soundex),
  jsFunction("js_luhn_check", ["VARCHAR"], "BOOLEAN", luhnCheck),
  jsFunction(
    "js_mask",
    ["VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"],
    "VARCHAR",
    maskText,
  ),
  jsFunction("js_sentences", ["VARCHAR"], "VARCHAR[][]", sentences),
  jsFunction("js_text_to_map", ["VARCHAR", "VARCHAR", "VARCHAR"], "MAP", textToMap),
  jsFunction("js_unbase64", ["VARCHAR"], "BLOB", unbase64),
  jsFunction("js_encode", ["VARCHAR", "VARCHAR"], "BLOB", encodeText),
  jsFunction("js_decode", ["BLOB", "VARCHAR"], "VARCHAR", decodeText),
  jsFunction("js_to_binary", ["VARCHAR", "VARCHAR", "BOOLEAN"], "BLOB", readBinary),
  jsFunction("js_hash_hex", ["BLOB", "VARCHAR"], "VARCHAR", (bytes, algorithm) =>
    createHash(algorithm).update(bytes).digest("hex"),
  ),
  jsFunction("js_crc32", ["BLOB"], "BIGINT", (bytes) => BigInt(crc32(bytes))),
  jsFunction("js_conv", ["VARCHAR", "INTEGER", "INTEGER"], "VARCHAR", convertBase),
  jsFunction("js_parse_url", ["VARCHAR", "VARCHAR", "VARCHAR"], "VARCHAR", parseUrl),
  jsFunction("js_url_encode", ["VARCHAR"], "VARCHAR", urlEncode),
  jsFunction("js_url_decode", ["VARCHAR"], "VARCHAR", urlDecode),
  jsFunction("js_shift_left", ["BIGINT", "INTEGER"], "BIGINT", (value, by) =>
    BigInt.asIntN(64, value << BigInt(by & 63)),
  ),
  jsFunction("js_shift_right_unsigned", ["BIGINT", "INTEGER"], "BIGINT", (value, by) =>
    BigInt.asIntN(64, BigInt.asUintN(64, value) >> BigInt(by & 63)),
  ),
];

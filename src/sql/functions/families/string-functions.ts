import type { FunctionFamily } from "../function-spec.ts";
import { concatFunction } from "../special/special-strings.ts";

/** Text and binary. Positions count from 1 in both engines. */
export const STRING_FUNCTIONS: FunctionFamily = {
  ascii: "(string) -> int = sp_ascii($1)",
  base64: "(binary) -> string = to_base64($1)",
  bit_length: [
    "(string) -> int = CAST(bit_length($1) AS INTEGER)",
    "(binary) -> int = CAST(octet_length($1) * 8 AS INTEGER)",
  ],
  btrim: ["(string) -> string = trim($1, ' ')", "(string, string) -> string = sp_trim($1, $2)"],
  char: "(bigint) -> string = sp_chr($1)",
  char_length: [
    "(string) -> int = CAST(length($1) AS INTEGER)",
    "(binary) -> int = CAST(octet_length($1) AS INTEGER)",
  ],
  character_length: [
    "(string) -> int = CAST(length($1) AS INTEGER)",
    "(binary) -> int = CAST(octet_length($1) AS INTEGER)",
  ],
  chr: "(bigint) -> string = sp_chr($1)",
  concat: concatFunction,
  concat_ws: "(string, string|array<string>*) -> string = sp_concat_ws($*)",
  contains: [
    "(string, string) -> boolean = contains($1, $2)",
    "(binary, binary) -> boolean = contains(hex($1), hex($2))",
  ],

  elt: [
    "(int, binary+) -> binary = list_extract([$2*], $1)",
    "(int, string+) -> string = sp_elt($1, [$2*])",
  ],
  encode: "(string, string) -> binary = sp_encode($*)",
  endswith: [
    "(string, string) -> boolean = ends_with($1, $2)",
    "(binary, binary) -> boolean = ends_with(hex($1), hex($2))",
  ],
  find_in_set: "(string, string) -> int = sp_find_in_set($*)",
  format_number: [
    "(numeric, int) -> string = sp_format_number($*)",
    "(numeric, string) -> string = sp_format_number_pattern($*)",
  ],
  format_string: "(string, any*) -> string = sp_format_string($*)",
  printf: "(string, any*) -> string = sp_format_string($*)",
  initcap: "(string) -> string = sp_initcap($1)",
  instr: "(string, string) -> int = CAST(instr($1, $2) AS INTEGER)",
  lcase: "(string) -> string = lower($1)",
  left: [
    "(string, int) -> string = sp_left($*)",
    "(binary, int) -> binary = sp_substring_binary($1, 1, $2)",
  ],
  len: [
    "(string) -> int = CAST(length($1) AS INTEGER)",
    "(binary) -> int = CAST(octet_length($1) AS INTEGER)",
  ],
  length: [
    "(string) -> int = CAST(length($1) AS INTEGER)",
    "(binary) -> int = CAST(octet_length($1) AS INTEGER)",
  ],
  levenshtein: [
    "(string, string) -> int = CAST(levenshtein($1, $2) AS INTEGER)",
    "(string, string, int) -> int = sp_levenshtein($*)",
  ],
  locate: [
    "(string, string) -> int = CAST(instr($2, $1) AS INTEGER)",
    "(string, string, int) -> int = sp_locate($*)",
  ],
  lower: "(string) -> string = lower($1)",
  lpad: [
    "(string, int) -> string = sp_lpad($1, $2, ' ')",
    "(string, int, string) -> string = sp_lpad($*)",
    "(binary, int, binary?) -> binary = sp_lpad_binary($*)",
  ],
  ltrim: ["(string) -> string = ltrim($1, ' ')", "(string, string) -> string = sp_ltrim($2, $1)"],
  ltrim_from: "(string, string) -> string = sp_ltrim($2, $1)",
  luhn_check: "(string) -> boolean = sp_luhn_check($1)",
  mask: "(string, string?, string?, string?, string?) -> string = sp_mask($*)",
  md5: "(binary) -> string = md5($1)",
  octet_length: [
    "(string) -> int = CAST(strlen($1) AS INTEGER)",
    "(binary) -> int = CAST(octet_length($1) AS INTEGER)",
  ],
  overlay: [
    "(string, string, int) -> string = sp_overlay($1, $2, $3, -1)",
    "(string, string, int, int) -> string = sp_overlay($*)",
    "(binary, binary, int) -> binary = sp_overlay_binary($1, $2, $3, -1)",
    "(binary, binary, int, int) -> binary = sp_overlay_binary($*)",
  ],
  parse_url: "(string, string, string?) -> string = sp_parse_url($*)",
  position: [
    "(string, string) -> int = CAST(instr($2, $1) AS INTEGER)",
    "(string, string, int) -> int = sp_locate($*)",
  ],
  repeat: "(string, int) -> string = repeat($1, $2)",
  replace: [
    "(string, string) -> string = replace($1, $2, '')",
    "(string, string, string) -> string = sp_replace($*)",
  ],
  reverse: ["(string) -> string = reverse($1)", "(array<T>) -> array<T> = list_reverse($1)"],
  right: "(string, int) -> string = sp_right($*)",
  rpad: [
    "(string, int) -> string = sp_rpad($1, $2, ' ')",
    "(string, int, string) -> string = sp_rpad($*)",
    "(binary, int, binary?) -> binary = sp_rpad_binary($*)",
  ],
  rtrim: ["(string) -> string = rtrim($1, ' ')", "(string, string) -> string = sp_rtrim($2, $1)"],
  rtrim_from: "(string, string) -> string = sp_rtrim($2, $1)",
  sentences: "(string, string?, string?) -> array<array<string>> = sp_sentences($*)",
  sha: "(binary) -> string = sha1($1)",
  sha1: "(binary) -> string = sha1($1)",
  sha2: "(binary, int) -> string = sp_sha2($*)",
  crc32: "(binary) -> bigint = sp_crc32($1)",
  soundex: "(string) -> string = sp_soundex($1)",
  space: "(int) -> string = repeat(' ', $1)",
  split: [
    "(string, string) -> array<string> = sp_split($1, $2, -1)",
    "(string, string, int) -> array<string> = sp_split($*)",
  ],
  split_part: "(string, string, int) -> string = sp_split_part($*)",
  startswith: [
    "(string, string) -> boolean = starts_with($1, $2)",
    "(binary, binary) -> boolean = starts_with(hex($1), hex($2))",
  ],
  substr: [
    "(string, int) -> string = sp_substring($1, $2, 2147483647)",
    "(string, int, int) -> string = sp_substring($*)",
    "(binary, int) -> binary = sp_substring_binary($1, $2, 2147483647)",
    "(binary, int, int) -> binary = sp_substring_binary($*)",
  ],
  substring: [
    "(string, int) -> string = sp_substring($1, $2, 2147483647)",
    "(string, int, int) -> string = sp_substring($*)",
    "(binary, int) -> binary = sp_substring_binary($1, $2, 2147483647)",
    "(binary, int, int) -> binary = sp_substring_binary($*)",
  ],
  substring_index: "(string, string, int) -> string = sp_substring_index($*)",
  translate: "(string, string, string) -> string = sp_translate($*)",
  trim: ["(string) -> string = trim($1, ' ')", "(string, string) -> string = sp_trim($2, $1)"],
  trim_from: "(string, string) -> string = sp_trim($2, $1)",
  ucase: "(string) -> string = upper($1)",
  unbase64: "(string) -> binary = sp_unbase64($1)",
  unhex: "(string) -> binary = sp_unhex($1)",
  upper: "(string) -> string = upper($1)",
  url_decode: "(string) -> string = sp_url_decode($1)",
  url_encode: "(string) -> string = sp_url_encode($1)",
  to_binary: [
    "(string) -> binary = sp_to_binary($1, 'hex')",
    "(string, string) -> binary = sp_to_binary($*)",
  ],
  try_to_binary: [
    "(string) -> binary = sp_try_to_binary($1, 'hex')",
    "(string, string) -> binary = sp_try_to_binary($*)",
  ],
  like: [
    "(string, string) -> boolean = $1 LIKE $2 ESCAPE '\\'",
    "(string, string, string) -> boolean = $1 LIKE $2 ESCAPE $3",
  ],
  ilike: [
    "(string, string) -> boolean = $1 ILIKE $2 ESCAPE '\\'",
    "(string, string, string) -> boolean = $1 ILIKE $2 ESCAPE $3",
  ],
  rlike: "(string, string) -> boolean = sp_rlike($*)",
  regexp: "(string, string) -> boolean = sp_rlike($*)",
  regexp_like: "(string, string) -> boolean = sp_rlike($*)",
  regexp_count: "(string, string) -> int = sp_regexp_count($*)",
  regexp_extract: [
    "(string, string) -> string = sp_regexp_extract($1, $2, 1)",
    "(string, string, int) -> string = sp_regexp_extract($*)",
  ],
  regexp_extract_all: [
    "(string, string) -> array<string> = sp_regexp_extract_all($1, $2, 1)",
    "(string, string, int) -> array<string> = sp_regexp_extract_all($*)",
  ],
  regexp_instr: [
    "(string, string) -> int = sp_regexp_instr($1, $2)",
    "(string, string, int) -> int = sp_regexp_instr($1, $2)",
  ],
  regexp_replace: [
    "(string, string, string) -> string = sp_regexp_replace($1, $2, $3, 1)",
    "(string, string, string, int) -> string = sp_regexp_replace($*)",
  ],
  regexp_substr: "(string, string) -> string = sp_regexp_substr($*)",
  to_char: [
    "(decimal, string) -> string = sp_to_char($*)",
    "(date|timestamp|timestamp_ntz, string) -> string = sp_date_format(CAST($1 AS TIMESTAMP), $2)",
    "(numeric, string) -> string = sp_to_char(CAST($1 AS DECIMAL(38, 0)), $2)",
  ],
  to_varchar: [
    "(decimal, string) -> string = sp_to_char($*)",
    "(date|timestamp|timestamp_ntz, string) -> string = sp_date_format(CAST($1 AS TIMESTAMP), $2)",
    "(numeric, string) -> string = sp_to_char(CAST($1 AS DECIMAL(38, 0)), $2)",
  ],
};

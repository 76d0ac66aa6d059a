/**
 * The Python that a client sends to drive lanes. All text of the user's travels inside `payload`,
 * which is base64, so nothing is ever quoted into Python source.
 */
export type DriverCall =
  | { readonly kind: "put"; readonly key: string; readonly index: number; readonly part: string }
  | {
      readonly kind: "step";
      readonly nonce: string;
      /** Absent where the request was sent in parts. */
      readonly payload: string | undefined;
      readonly key: string | undefined;
      readonly count: number;
    };

/** What the code prints where the interpreter has no driver of this hash. */
export const DRIVER_MISSING = "dbt-glue: no driver";

/** The Python variable that holds the driver; the hash tells versions apart. */
export function driverName(hash: string): string {
  return `_dbt_glue_${hash}`;
}

/** Calls the driver if the interpreter has it; prints DRIVER_MISSING if not. */
export function callCode(hash: string, call: DriverCall): string {
  return [
    `if "${driverName(hash)}" in globals():`,
    `    ${driverName(hash)}.${argumentsOf(call)}`,
    "else:",
    `    print("${DRIVER_MISSING}")`,
  ].join("\n");
}

/** Puts the driver into the interpreter. `source` is base64 of deflated Python. */
export function installCode(hash: string, source: string): string {
  return [
    "import base64, zlib",
    `exec(compile(zlib.decompress(base64.b64decode("${source}")).decode("utf-8"), "<dbt-glue driver>", "exec"), globals())`,
    `${driverName(hash)} = DbtGlueDriver(spark)`,
    "",
  ].join("\n");
}

/** The call inside a statement's code, for an interpreter that is not Python. */
export function findDriverCall(code: string): DriverCall | undefined {
  const put = /\.put\("(\w+)", (\d+), "([\w+/=]*)"\)/.exec(code);
  if (put?.[1] !== undefined && put[3] !== undefined)
    return { kind: "put", key: put[1], index: Number(put[2]), part: put[3] };
  const whole = /\.step\("(\w+)", "([\w+/=]*)"\)/.exec(code);
  if (whole?.[1] !== undefined)
    return { kind: "step", nonce: whole[1], payload: whole[2], key: undefined, count: 0 };
  const parts = /\.step\("(\w+)", key="(\w+)", count=(\d+)\)/.exec(code);
  if (parts?.[1] === undefined) return undefined;
  return {
    kind: "step",
    nonce: parts[1],
    payload: undefined,
    key: parts[2],
    count: Number(parts[3]),
  };
}

function argumentsOf(call: DriverCall): string {
  if (call.kind === "put") return `put("${call.key}", ${call.index}, "${call.part}")`;
  if (call.payload !== undefined) return `step("${call.nonce}", "${call.payload}")`;
  return `step("${call.nonce}", key="${call.key ?? ""}", count=${call.count})`;
}

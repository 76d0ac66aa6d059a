import type { Cell } from "../../../adapter/connection.ts";
import { adapterProtocolError } from "../../../errors/session-errors.ts";

/** A cell of the driver's JSON as the contract has it; `type` is the column's Spark DDL text. */
export function decodeCell(value: unknown, type: string): Cell {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  if (typeof value === "string") return decodeText(value, type);
  if (Array.isArray(value)) return value.map((item) => decodeCell(item, ""));
  throw adapterProtocolError(`a cell of type ${typeof value}`);
}

/** Wide numbers and binary travel as text; every other text is the value. */
function decodeText(text: string, type: string): Cell {
  switch (type) {
    case "bigint":
      return BigInt(text);
    case "double":
    case "float":
      return Number(text);
    case "binary":
      return new Uint8Array(Buffer.from(text, "base64"));
    default:
      return text;
  }
}

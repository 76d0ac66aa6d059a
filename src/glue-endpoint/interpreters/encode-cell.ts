import type { Cell } from "../../adapter/connection.ts";

/** A cell as the driver's JSON carries it: what JSON has no value for travels as text. */
export function encodeCell(cell: Cell, type: string): unknown {
  if (cell === null || typeof cell === "boolean" || typeof cell === "string") return cell;
  if (typeof cell === "bigint") return String(cell);
  if (typeof cell === "number") return encodeNumber(cell, type);
  if (cell instanceof Uint8Array) return Buffer.from(cell).toString("base64");
  return cell.map((item) => encodeCell(item, ""));
}

/** Wide numbers travel as text at the top level, as the Python driver casts them. */
function encodeNumber(value: number, type: string): unknown {
  if (type === "double" || type === "float" || type === "bigint") return String(value);
  return Number.isFinite(value) ? value : String(value);
}

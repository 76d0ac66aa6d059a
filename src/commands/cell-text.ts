import type { Cell } from "../adapter/connection.ts";
import { pythonFloatText } from "../util/python-float-text.ts";
import { pythonJson } from "../util/python-json.ts";

/** A cell as Python's `str()` shows the value that dbt has for it. */
export function cellText(cell: Exclude<Cell, null>, type: string): string {
  if (typeof cell === "boolean") return cell ? "True" : "False";
  if (typeof cell === "number")
    return /^(float|double)/.test(type) ? pythonFloatText(cell) : String(cell);
  if (typeof cell === "bigint" || typeof cell === "string") return String(cell);
  if (cell instanceof Uint8Array) return Buffer.from(cell).toString("utf8");
  return pythonJson(cell);
}

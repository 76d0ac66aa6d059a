import { PyDict } from "../jinja/py-dict.ts";
import { pyStr } from "../jinja/python-text.ts";
import { pythonTypeName } from "../jinja/python-types.ts";
import type { JsonObject } from "../util/json.ts";
import { isTableObject } from "./agate/agate-object.ts";
import { responseOf } from "./statements/statement-results.ts";

export interface FreshnessRow {
  readonly maxLoadedAt: Date;
  readonly snapshottedAt: Date;
  readonly response: JsonObject;
}

/**
 * What `collect_freshness` gave: a result, or in old macros its table, with one row of two
 * timestamps. No rows at all are infinitely old. Undefined where it is something else.
 */
export function freshnessRow(returned: unknown): FreshnessRow | undefined {
  const table = returned instanceof PyDict ? returned.get("table") : returned;
  if (!isTableObject(table)) return undefined;
  const [row] = table.table.rows;
  if (!row || table.table.rows.length !== 1 || row.length !== 2) return undefined;
  const maxLoadedAt = row[0] === null ? new Date("0001-01-01T00:00:00Z") : utcDate(row[0]);
  const snapshottedAt = utcDate(row[1]);
  if (!maxLoadedAt || !snapshottedAt) return undefined;
  const response = returned instanceof PyDict ? { ...responseOf(returned.get("response")) } : {};
  return { maxLoadedAt, snapshottedAt, response };
}

/** A timestamp without a zone is UTC. Dates and texts are no timestamps. */
function utcDate(value: unknown): Date | undefined {
  if (pythonTypeName(value) !== "datetime.datetime") return undefined;
  const text = pyStr(value).replace(" ", "T");
  const date = new Date(/[+-]\d{2}:\d{2}$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

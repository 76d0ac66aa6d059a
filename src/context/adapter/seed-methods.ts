import { pythonError } from "../../errors/jinja-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { PyFloat } from "../../util/python-values.ts";
import { isTableObject } from "../agate/agate-object.ts";
import { isDecimalObject } from "../decimal-object.ts";
import { bindCall, expectDict } from "../members/call-arguments.ts";
import { relationObject, type RelationObject } from "../relation-object.ts";
import { renderRelation } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { expectRelation } from "./relation-arguments.ts";

/**
 * `adapter.stage_seed_rows(relation, agate_table, types)`: a temporary view of the table's rows,
 * each column cast to the type that `types` names for it. Gives the relation.
 */
export async function stageSeedRows(
  { statements }: AdapterScope,
  args: CallArguments,
): Promise<RelationObject> {
  const bound = bindCall("stage_seed_rows", ["relation", "agate_table", "types"], args, 3);
  const relation = expectRelation("stage_seed_rows", bound.relation);
  if (!isTableObject(bound.agate_table)) {
    throw pythonError("TypeError", "stage_seed_rows() takes an agate table");
  }
  const types = expectDict("stage_seed_rows", bound.types);
  const { table } = bound.agate_table;
  await statements.stageRows({
    view: renderRelation({
      ...relation,
      quotePolicy: { ...relation.quotePolicy, identifier: false },
    }),
    columns: table.columnNames.map((name) => ({ name, type: pyStr(types.get(name)) })),
    rows: table.rows.map((row) => row.map(cellText)),
  });
  return relationObject(relation);
}

/** A cell as text that Spark's cast reads: a whole number has no exponent. */
function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "true" : "false";
  const text = pyStr(value);
  const isNumber = value instanceof PyFloat || isDecimalObject(value);
  return isNumber ? withoutExponent(text) : text;
}

/** `1.5E+3` is `1500`; fractions stay as they are. */
function withoutExponent(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent] =
    /^(-?)(\d+)(?:\.(\d+))?E\+(\d{1,3})$/i.exec(text) ?? [];
  if (exponent === undefined) return text;
  const places = Number(exponent);
  const digits = whole + fraction.padEnd(places, "0");
  const end = whole.length + places;
  return `${sign}${digits.slice(0, end)}${digits.length > end ? `.${digits.slice(end)}` : ""}`;
}

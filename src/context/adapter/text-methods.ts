import { raisedByTemplate } from "../../errors/template-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import type { AgateTable } from "../agate-table.ts";
import { isTableObject } from "../agate/agate-object.ts";
import { isDecimalObject } from "../decimal-object.ts";
import { decimalPlaces } from "../decimal/decimal-text.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import { quoteIdentifier, type PartPolicy } from "../relation.ts";

// Methods that only make text: they work the same while parsing.

export function quote(args: CallArguments): string {
  return quoteIdentifier(pyStr(bindCall("quote", ["identifier"], args, 1).identifier));
}

export function quoteAsConfigured(policy: PartPolicy, args: CallArguments): string {
  const bound = bindCall("quote_as_configured", ["identifier", "quote_key"], args, 2);
  const identifier = pyStr(bound.identifier);
  const key = optionalText(bound.quote_key);
  if (key !== "database" && key !== "schema" && key !== "identifier") return identifier;
  return policy[key] ? quoteIdentifier(identifier) : identifier;
}

export function quoteSeedColumn(args: CallArguments): string {
  const bound = bindCall("quote_seed_column", ["column", "quote_config"], args, 2);
  const column = pyStr(bound.column);
  const choice = bound.quote_config ?? null;
  if (choice === null) return quoteIdentifier(column);
  if (typeof choice !== "boolean") {
    throw raisedByTemplate(
      `The seed config "quote_columns" must be true or false, and is ${pyRepr(choice)}.`,
    );
  }
  return choice ? quoteIdentifier(column) : column;
}

/** `adapter.convert_type(table, index)`: the Spark type for a column of a seed. */
export function convertType(args: CallArguments): string {
  const bound = bindCall("convert_type", ["agate_table", "col_idx"], args, 2);
  if (!isTableObject(bound.agate_table) || typeof bound.col_idx !== "number") {
    throw raisedByTemplate("adapter.convert_type needs a table and the index of a column.");
  }
  return sparkTypeOf(bound.agate_table.table, bound.col_idx);
}

export function sparkTypeOf(table: AgateTable, column: number): string {
  const type = table.columnTypes[column] ?? "text";
  switch (type) {
    case "integer":
      return "bigint";
    case "number":
      return hasDecimals(table, column) ? "double" : "bigint";
    case "date":
      return "date";
    case "datetime":
    case "isodatetime":
      return "timestamp";
    case "boolean":
      return "boolean";
    case "text":
      return "string";
  }
}

function hasDecimals(table: AgateTable, column: number): boolean {
  return table.rows.some((row) => {
    const value = row[column];
    return isDecimalObject(value) && decimalPlaces(value.decimal) > 0;
  });
}

/** `SHOW GRANTS` as `{privilege: [grantee, ...]}`; OWN and grants on other objects are left out. */
export function standardizeGrants(args: CallArguments): PyDict {
  const { grants_table: given } = bindCall("standardize_grants_dict", ["grants_table"], args, 1);
  const grants = new PyDict();
  if (!isTableObject(given)) return grants;
  const { columnNames, rows } = given.table;
  const [principal = -1, action = -1, object = -1] = ["Principal", "ActionType", "ObjectType"].map(
    (name) => columnNames.indexOf(name),
  );
  for (const row of rows) {
    const privilege = row[action];
    if (row[object] !== "TABLE" || privilege === "OWN") continue;
    const grantees = grants.get(privilege);
    if (Array.isArray(grantees)) grantees.push(row[principal]);
    else grants.set(privilege, [row[principal]]);
  }
  return grants;
}

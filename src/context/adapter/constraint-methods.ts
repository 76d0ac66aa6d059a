import { constraintNotEnforced } from "../../events/constraint-events.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import type { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall, expectDict, listOf } from "../members/call-arguments.ts";
import { quoteIdentifier } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";

/** `name type constraint ...` for each column of a contract. */
export function renderColumnConstraints(adapter: AdapterScope, args: CallArguments): string[] {
  const method = "render_raw_columns_constraints";
  const { raw_columns: columns } = bindCall(method, ["raw_columns"], args, 1);
  return [...expectDict(method, columns).values()].map((value) => {
    const column = expectDict(method, value);
    const name = textOf(column, "name");
    const parts = [
      `${column.get("quote") === true ? quoteIdentifier(name) : name} ${textOf(column, "data_type")}`,
      ...constraintsOf(adapter, valueOf(column, "constraints"), columnConstraint),
    ];
    return parts.join(" ");
  });
}

/** The constraints of a model as DDL. */
export function renderModelConstraints(adapter: AdapterScope, args: CallArguments): string[] {
  const method = "render_raw_model_constraints";
  const { raw_constraints: constraints } = bindCall(method, ["raw_constraints"], args, 1);
  return constraintsOf(adapter, constraints, modelConstraint);
}

function constraintsOf(
  adapter: AdapterScope,
  constraints: unknown,
  render: (constraint: PyDict) => string | undefined,
): string[] {
  return listOf(constraints).flatMap((value) => {
    const constraint = expectDict("constraint", value);
    const type = textOf(constraint, "type");
    // Spark enforces none of them; custom ones are the user's own business.
    if (type !== "custom" && constraint.get("warn_unenforced") !== false) {
      adapter.emit(constraintNotEnforced(type));
    }
    const text = render(constraint)?.trim();
    return text ? [text] : [];
  });
}

function columnConstraint(constraint: PyDict): string | undefined {
  const expression = textOf(constraint, "expression");
  switch (textOf(constraint, "type")) {
    case "check":
      return expression && `check (${expression})`;
    case "not_null":
      return `not null ${expression}`;
    case "unique":
      return `unique ${expression}`;
    case "primary_key":
      return `primary key ${expression}`;
    case "foreign_key":
      return references(constraint);
    default:
      return expression;
  }
}

function modelConstraint(constraint: PyDict): string | undefined {
  const expression = textOf(constraint, "expression");
  const name = textOf(constraint, "name");
  const prefix = name && `constraint ${name} `;
  const columns = listOf(valueOf(constraint, "columns")).map(pyStr).join(", ");
  const suffix = expression && ` ${expression}`;
  switch (textOf(constraint, "type")) {
    case "check":
      return expression && `${prefix}check (${expression})`;
    case "unique":
      return `${prefix}unique${suffix} (${columns})`;
    case "primary_key":
      return `${prefix}primary key${suffix} (${columns})`;
    case "foreign_key": {
      const target = references(constraint);
      return target && `${prefix}foreign key (${columns}) ${target}`;
    }
    case "custom":
      return expression && `${prefix}${expression}`;
    default:
      return undefined;
  }
}

function references(constraint: PyDict): string | undefined {
  const to = textOf(constraint, "to");
  const columns = listOf(valueOf(constraint, "to_columns")).map(pyStr);
  if (to && columns.length > 0) return `references ${to} (${columns.join(", ")})`;
  const expression = textOf(constraint, "expression");
  return expression ? `references ${expression}` : undefined;
}

function valueOf(dict: PyDict, key: string): unknown {
  const value = dict.get(key);
  return value === MISSING ? null : value;
}

function textOf(dict: PyDict, key: string): string {
  const value = valueOf(dict, key);
  return value === null ? "" : pyStr(value);
}

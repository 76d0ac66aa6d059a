import { assertNever } from "../../../util/assert-never.ts";
import type { AlterTableAction, AlterTableTranslation } from "../../alter-translation.ts";
import type {
  AlterTableChange,
  AlterTableStatement,
  PartitionSpecItem,
} from "../../tree/statement.ts";
import { duckType } from "../../types/duck-type.ts";
import { castTo } from "../cast/cast.ts";
import { emitComparison } from "../expression/emit-comparison.ts";
import { emitColumnDefinition, emitPartition } from "./emit-statement-parts.ts";
import { resolveColumn } from "../scope/resolve-column.ts";
import type { Scope } from "../scope/scope.ts";

/** ALTER TABLE: types and expressions become DuckDB's, the rest stays data. */
export function emitAlterTable(
  statement: AlterTableStatement,
  scope: Scope,
): AlterTableTranslation {
  return { kind: "alter-table", target: statement.target, ...emitChange(statement, scope) };
}

function emitChange({ change, target }: AlterTableStatement, scope: Scope): AlterTableAction {
  switch (change.action) {
    case "add-columns":
      return {
        ...change,
        columns: change.columns.map((column) => ({
          ...emitColumnDefinition(column, scope),
          path: column.path,
          ...(column.position === undefined ? {} : { position: column.position }),
        })),
      };
    case "replace-columns":
      return {
        ...change,
        columns: change.columns.map((column) => emitColumnDefinition(column, scope)),
      };
    case "alter-column":
      return emitAlterColumn(change, scope);
    case "add-partitions": {
      const partitions = change.partitions.map((spec) => emitPartition(spec, scope));
      return { action: "add-partitions", partitions, ifNotExists: change.ifExists };
    }
    case "drop-partitions": {
      const columns = scope.emitter.catalog.columns(target.schema, target.name);
      const inner = { ...scope, relations: [{ name: target.name, columns }] };
      return {
        action: "drop-partitions",
        partitions: change.partitions.map((spec) => emitPartition(spec, scope)),
        conditions: change.partitions.map((spec) => emitSpecCondition(spec, inner)),
        ifExists: change.ifExists,
      };
    }
    case "rename":
    case "drop-columns":
    case "rename-column":
    case "set-properties":
    case "unset-properties":
    case "set-location":
    case "nothing":
      return change;
    default:
      return assertNever(change);
  }
}

function emitAlterColumn(
  change: Extract<AlterTableChange, { action: "alter-column" }>,
  scope: Scope,
): AlterTableAction {
  const { setDefault, type, ...rest } = change;
  const typed = type === undefined ? {} : { type, duckType: duckType(type) };
  if (setDefault === undefined) return { ...rest, ...typed };
  return { ...rest, ...typed, setDefaultSql: scope.emitter.emitExpression(setDefault, scope).sql };
}

/** `p = 1 AND q > 2`, in the columns' own types. */
function emitSpecCondition(spec: readonly PartitionSpecItem[], scope: Scope): string {
  const tests = spec.map(({ column, op, value, at }) => {
    const left = resolveColumn([column], scope, at);
    if (left === undefined || value === undefined) return "TRUE";
    const right = scope.emitter.emitExpression(value, scope);
    return emitComparison(op, { left, right: castTo(right, left.type, { scope, at }), scope, at })
      .sql;
  });
  return tests.join(" AND ");
}

import {
  hardDeletesConflict,
  hardDeletesUnknown,
  notASnapshotTable,
} from "../../errors/snapshot-errors.ts";
import { HOST, isHostObject, type CallArguments } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { pyTruth } from "../../jinja/python-truth.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall, expectDict, optionalText } from "../members/call-arguments.ts";
import { renderRelation, type DbtRelation } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { columnsOf } from "./column-methods.ts";
import { expectRelation } from "./relation-arguments.ts";

const SNAPSHOT_COLUMNS = ["dbt_scd_id", "dbt_valid_from", "dbt_valid_to"];

/** Refuses a target that lacks dbt's snapshot columns. */
export async function validSnapshotTarget(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<null> {
  const bound = bindCall("valid_snapshot_target", ["relation", "column_names"], args, 1);
  const relation = expectRelation("valid_snapshot_target", bound.relation);
  await requireColumns(adapter, relation, bound.column_names, SNAPSHOT_COLUMNS);
  return null;
}

/** The same, and `dbt_is_deleted` where deletions become records. */
export async function validSnapshotTargetGivenStrategy(
  adapter: AdapterScope,
  args: CallArguments,
): Promise<null> {
  const method = "assert_valid_snapshot_target_given_strategy";
  const bound = bindCall(method, ["relation", "column_names", "strategy"], args, 3);
  const relation = expectRelation(method, bound.relation);
  const keepsDeletions = expectDict(method, bound.strategy).get("hard_deletes") === "new_record";
  const columns = keepsDeletions ? [...SNAPSHOT_COLUMNS, "dbt_is_deleted"] : SNAPSHOT_COLUMNS;
  await requireColumns(adapter, relation, bound.column_names, columns);
  return null;
}

async function requireColumns(
  adapter: AdapterScope,
  relation: DbtRelation,
  names: unknown,
  columns: readonly string[],
): Promise<void> {
  const found = await columnsOf(adapter, relation);
  const present = new Set(found.map((column) => column.name.toLowerCase()));
  const missing = columns
    .map((column) => renamed(names, column))
    .filter((column) => !present.has(column.toLowerCase()));
  if (missing.length > 0) throw notASnapshotTable(renderRelation(relation), missing);
}

/** `snapshot_meta_column_names` may give dbt's columns other names. */
function renamed(names: unknown, column: string): string {
  const name = names instanceof PyDict ? names.get(column) : MISSING;
  return name === MISSING ? column : (optionalText(name) ?? column);
}

/** `ignore`, `invalidate` or `new_record`, from the config and its older spelling. */
export function hardDeletesBehavior(args: CallArguments): string {
  const read = configReader(args.positional[0] ?? args.named.get("config"));
  const invalidate = read("invalidate_hard_deletes");
  const behavior = read("hard_deletes");
  if (invalidate !== null && behavior !== null) throw hardDeletesConflict();
  if (behavior === null) return pyTruth(invalidate) ? "invalidate" : "ignore";
  if (behavior === "ignore" || behavior === "invalidate" || behavior === "new_record") {
    return behavior;
  }
  throw hardDeletesUnknown(pyStr(behavior));
}

/** Macros hand over `config`, which has a method `get`, or a dict. */
function configReader(config: unknown): (name: string) => unknown {
  if (config instanceof PyDict) {
    return (name) => {
      const value = config.get(name);
      return value === MISSING ? null : value;
    };
  }
  const get = isHostObject(config) ? config[HOST].getAttribute?.("get") : undefined;
  const method = isHostObject(get) ? get[HOST] : undefined;
  return (name) => method?.call?.({ positional: [name], named: new Map() }) ?? null;
}

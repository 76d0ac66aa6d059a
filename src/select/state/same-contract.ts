import type { EventBus } from "../../events/event-bus.ts";
import { contractBroken } from "../../errors/selector-errors.ts";
import type { ColumnInfo } from "../../manifest/node-parts.ts";
import type { ManifestNode, ModelNode } from "../../manifest/nodes.ts";
import { unversionedBreakingChange } from "../selection-events.ts";

/**
 * Whether a model's contract is as it was. A breaking change of an unversioned model warns, of a
 * versioned one is an error. On Spark no constraint is enforced, so none can break anything but
 * by a change of materialization.
 */
export function sameContract(now: ManifestNode, old: ManifestNode, events: EventBus): boolean {
  if (now.resource_type !== "model" || old.resource_type !== "model") return true;
  if (!old.contract.enforced) return !now.contract.enforced;
  if (now.contract.enforced && now.contract.checksum === old.contract.checksum) return true;
  reportBreakingChanges(now, breakingChanges(now, old), events);
  return false;
}

/** Warns, or fails where the model has versions: those who pinned one rely on it. */
export function reportBreakingChanges(
  model: ModelNode,
  changes: readonly string[],
  events: EventBus,
): void {
  if (changes.length === 0) return;
  if (model.version !== null) {
    throw contractBroken(model.unique_id, model.original_file_path, changes);
  }
  events.emit(unversionedBreakingChange(model.name, model.original_file_path, changes));
}

function breakingChanges(now: ModelNode, old: ModelNode): readonly string[] {
  const changes: string[] = [];
  if (!now.contract.enforced) changes.push("the contract is no longer enforced");
  for (const [key, column] of Object.entries(old.columns).sort()) {
    const current = now.columns[key];
    if (!current) changes.push(`column ${column.name} was removed`);
    else if (baseType(column) !== baseType(current)) {
      changes.push(
        `column ${column.name} changed its type: ${column.data_type ?? "none"} -> ${current.data_type ?? "none"}`,
      );
    }
  }
  if (enforcesConstraints(old) && !enforcesConstraints(now) && hasConstraints(old)) {
    changes.push(
      `the materialization of a model with constraints changed: ${materialization(old)} -> ${materialization(now)}`,
    );
  }
  return changes;
}

/** Size and precision do not count: varchar(3) -> varchar(10) breaks nothing. */
function baseType(column: ColumnInfo): string {
  return (column.data_type ?? "").split("(")[0]?.trim().toLowerCase() ?? "";
}

function enforcesConstraints(model: ModelNode): boolean {
  return ["table", "incremental"].includes(materialization(model));
}

function materialization(model: ModelNode): string {
  const { materialized } = model.config;
  return typeof materialized === "string" ? materialized : "view";
}

function hasConstraints(model: ModelNode): boolean {
  return (
    model.constraints.length > 0 ||
    Object.values(model.columns).some((column) => column.constraints.length > 0)
  );
}

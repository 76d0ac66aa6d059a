import type { EngineError } from "../../errors/engine-error.ts";
import { notSupported } from "../../errors/not-supported.ts";
import { contractBroken } from "../../errors/contract-errors.ts";
import {
  configMissing,
  databaseErrorByTemplate,
  failFastByTemplate,
  materializationMissing,
  raisedByTemplate,
} from "../../errors/template-errors.ts";
import type { EngineEvent } from "../../events/engine-event.ts";
import { jinjaLogWarning, snapshotTimestampWarning } from "../../events/template-events.ts";
import { hostFunction, type CallArguments } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { listOf } from "./call-arguments.ts";
import { contractColumns } from "./contract-columns.ts";

/** `exceptions`: what templates can raise, and the warnings they can give. */
export function exceptionsMember(node: string, emit: (event: EngineEvent) => void): PyDict {
  const members: Record<string, unknown> = {
    warn: hostFunction("warn", (args) => {
      emit(jinjaLogWarning(text(args, 0)));
      return "";
    }),
    warn_snapshot_timestamp_data_types: hostFunction("warn_snapshot_timestamps", (args) => {
      emit(snapshotTimestampWarning(text(args, 0), text(args, 1)));
      return null;
    }),
  };
  for (const [name, make] of Object.entries(RAISERS)) {
    members[name] = hostFunction(name, (args) => {
      throw make(args).with({ node });
    });
  }
  return PyDict.fromRecord(members);
}

function text(args: CallArguments, index: number): string {
  return pyStr(args.positional[index] ?? [...args.named.values()][index] ?? "");
}

const RAISERS: Readonly<Record<string, (args: CallArguments) => EngineError>> = {
  raise_compiler_error: (args) => raisedByTemplate(text(args, 0)),
  raise_database_error: (args) => databaseErrorByTemplate(text(args, 0)),
  raise_dependency_error: (args) => raisedByTemplate(text(args, 0)),
  raise_not_implemented: (args) => notSupported(text(args, 0)),
  raise_fail_fast_error: (args) => failFastByTemplate(text(args, 0)),
  raise_contract_error: (args) =>
    contractBroken(contractColumns(args.positional[0]), contractColumns(args.positional[1])),
  relation_wrong_type: (args) =>
    raisedByTemplate(
      `Trying to create ${text(args, 1)} "${text(args, 0)}", but it exists as another kind of relation.`,
    ),
  missing_config: (args) => configMissing(text(args, 0), text(args, 1)),
  missing_materialization: (args) => materializationMissing(text(args, 0)),
  missing_relation: (args) => raisedByTemplate(`The relation "${text(args, 0)}" was not found.`),
  column_type_missing: (args) =>
    raisedByTemplate(
      `A contract needs the data_type of every column; it is missing for: ${listOf(args.positional[0]).map(pyStr).join(", ")}.`,
    ),
  raise_ambiguous_alias: (args) =>
    raisedByTemplate(
      `Two nodes have the same relation: "${text(args, 0)}" and "${text(args, 1)}".`,
    ),
  raise_ambiguous_catalog_match: (args) =>
    raisedByTemplate(`Two relations in the catalog match "${text(args, 0)}".`),
  raise_cache_inconsistent: (args) => raisedByTemplate(text(args, 0)),
  raise_dataclass_not_dict: (args) =>
    raisedByTemplate(`Expected a dict, and got "${text(args, 0)}".`),
  raise_dep_not_found: (args) =>
    raisedByTemplate(
      `"${text(args, 0)}" needs the package "${text(args, 2)}", which is not installed.`,
    ),
  raise_duplicate_patch_name: (args) =>
    raisedByTemplate(`Two properties files describe "${text(args, 0)}".`),
  raise_duplicate_resource_name: (args) =>
    raisedByTemplate(`Two resources have one name: "${text(args, 0)}" and "${text(args, 1)}".`),
  raise_invalid_property_yml_version: (args) =>
    raisedByTemplate(`The properties file ${text(args, 0)} has a problem: ${text(args, 1)}.`),
};

import { notASeed, seedNotReadable } from "../../errors/seed-errors.ts";
import { jinjaLogWarning } from "../../events/template-events.ts";
import type { SeedNode } from "../../manifest/nodes.ts";
import { tableObject, type TableEffects, type TableObject } from "./agate-object.ts";
import { readSeedTable, seedHeader } from "./seed-table.ts";
import type { Invocation } from "../invocation.ts";
import type { ContextSubject } from "../node-context.ts";

/** `load_agate_table()`: the seed's file, typed; without rows under --empty. */
export async function loadSeedTable(
  invocation: Invocation,
  subject: ContextSubject,
  effects: TableEffects,
): Promise<TableObject> {
  if (subject.resource_type !== "seed") throw notASeed(subject.resource_type);
  const text = await readSeedText(invocation, subject);
  const delimiter = subject.config.delimiter;
  const separator = typeof delimiter === "string" ? delimiter : ",";
  const table = readSeedTable(text, {
    delimiter: separator,
    textColumns: typedColumns(invocation, subject, seedHeader(text, separator)),
    path: subject.original_file_path,
  });
  return tableObject(invocation.runtime.flags.empty ? { ...table, rows: [] } : table, effects);
}

async function readSeedText({ runtime, files }: Invocation, seed: SeedNode): Promise<string> {
  const root =
    runtime.packages.get(seed.package_name)?.root ?? seed.root_path ?? runtime.project.root;
  try {
    const bytes = await files.read(`${root}/${seed.original_file_path}`);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw seedNotReadable(seed.original_file_path, error);
  }
}

/** Columns of `column_types`; names that the file does not have only give a warning. */
function typedColumns(
  { events }: Invocation,
  seed: SeedNode,
  header: readonly string[],
): ReadonlySet<string> {
  const types = seed.config.column_types;
  const names = typeof types === "object" && types !== null ? Object.keys(types) : [];
  const absent = names.filter((name) => !header.includes(name)).sort();
  if (absent.length > 0) {
    events.emit(
      jinjaLogWarning(
        `Column types are set for columns that the seed '${seed.name}' (${seed.original_file_path}) does not have: ${absent.join(", ")}. They are ignored.`,
      ),
    );
  }
  return new Set(names.filter((name) => header.includes(name)));
}

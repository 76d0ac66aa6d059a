import { unexpectedJinjaBlock } from "../../events/parse-deprecations.ts";
import type { EventBus } from "../../events/event-bus.ts";
import type { RuntimeConfig } from "../../config/runtime-config.ts";
import { BASE_NAMES } from "../../context/parse-base.ts";
import { buildMacroIndex, type MacroIndex } from "../../context/macro-index.ts";
import type { MacroSummary } from "../../dialect/compile-macro.ts";
import type { Dialect } from "../../dialect/dialect.ts";
import { type Block, extractBlocks } from "../../dialect/extract-blocks.ts";
import { isEngineError } from "../../errors/is-engine-error.ts";
import type { SourceOptions } from "../../jinja/template-source.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { addUnique, type DraftMacro, type DraftManifest } from "../drafts/draft-manifest.ts";
import { macroName } from "./macro-name.ts";

export const INTERNAL_PACKAGES: readonly string[] = ["dbt_glue", "dbt_spark", "dbt"];

export interface MacroInputs {
  readonly runtime: RuntimeConfig;
  readonly events: EventBus;
  readonly dialect: Dialect;
  readonly manifest: DraftManifest;
}

/** Reads all macros, of the project as of packages and the built-in ones, and what they call. */
export function parseMacros(
  { runtime, events, dialect, manifest }: MacroInputs,
  files: readonly SourceFile[],
): MacroIndex {
  const sources = new Map<string, SourceOptions>();
  const summaries = new Map<string, MacroSummary>();
  const inMacroFiles: DraftMacro[] = [];
  for (const file of files) {
    if (file.kind !== "macro" && file.kind !== "generic_test") continue;
    for (const { block, summary } of macrosOf(file, events)) {
      const macro = macroOf(file, block, runtime);
      addUnique(manifest, manifest.macros, { id: macro.unique_id, value: macro, place: block.place });
      sources.set(macro.unique_id, block.source);
      if (summary) summaries.set(macro.unique_id, summary);
      if (file.kind === "macro") inMacroFiles.push(macro);
    }
  }
  const index = buildMacroIndex(manifest.macros.values(), {
    dialect,
    rootPackage: runtime.project.name,
    internalPackages: INTERNAL_PACKAGES,
    dispatch: runtime.project.dispatch,
    packages: [...runtime.packages.keys()],
    sourceOf: (macro) => sources.get(macro.unique_id),
    summaryOf: (macro) => summaries.get(macro.unique_id),
  });
  const hasArguments = runtime.flags.behavior.validate_macro_args === true;
  for (const macro of inMacroFiles) describe(index, macro, hasArguments);
  for (const macro of manifest.macros.values()) findDependencies(manifest, index, macro);
  return index;
}

interface FoundMacro {
  readonly block: Block;
  /** Known where the file's macros were read before. */
  readonly summary?: MacroSummary;
}

function macrosOf(file: SourceFile, events: EventBus): readonly FoundMacro[] {
  return file.macros ?? blocksOf(file, events).map((block) => ({ block }));
}

function blocksOf(file: SourceFile, events: EventBus): Block[] {
  const kinds =
    file.kind === "macro"
      ? (["macro", "materialization", "test", "data_test"] as const)
      : (["test", "data_test"] as const);
  return extractBlocks(file.text, file.originalFilePath, {
    kinds,
    onUnexpected: ({ kind, place }) => { events.emit(unexpectedJinjaBlock(kind, place)); },
  });
}

function macroOf(file: SourceFile, block: Block, runtime: RuntimeConfig): DraftMacro {
  const name = macroName(block);
  const docs = { show: true, node_color: null };
  return {
    name,
    resource_type: "macro",
    package_name: file.packageName,
    path: file.originalFilePath,
    original_file_path: file.originalFilePath,
    unique_id: `macro.${file.packageName}.${name}`,
    macro_sql: block.text,
    depends_on: { macros: [] },
    description: "",
    meta: {},
    docs,
    config: { meta: {}, docs },
    patch_path: null,
    arguments: [],
    created_at: runtime.startedAt.getTime() / 1000,
    supported_languages: null,
  };
}

/** Parameters and languages. dbt does not look for them in files of generic tests. */
function describe(index: MacroIndex, macro: DraftMacro, hasArguments: boolean): void {
  const template = index.templateOf(macro);
  if (hasArguments) {
    macro.arguments = template.parameters.map(({ name }) => ({ name, type: null, description: "" }));
  }
  macro.supported_languages = template.supportedLanguages;
}

function findDependencies(manifest: DraftManifest, index: MacroIndex, macro: DraftMacro): void {
  try {
    macro.depends_on = { macros: index.dependenciesOf(macro, (name) => BASE_NAMES.has(name)) };
  } catch (error) {
    if (!isEngineError(error)) throw error;
    throw error.with({ place: manifest.places.get(macro.unique_id), node: macro.unique_id });
  }
}

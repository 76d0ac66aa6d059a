import { checkKeys } from "./known-keys.ts";
import { duplicatePatch } from "../../errors/project-errors.ts";
import { invalidMacroAnnotation, macroNotFoundForPatch } from "../../events/parse-events.ts";
import type { DocsConfig } from "../../manifest/node-parts.ts";
import type { MacroArgument } from "../../manifest/macro-node.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isMapping,
  placeOf,
  readList,
  readMapping,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import { asJsonObject } from "../as-json.ts";
import type { DraftMacro } from "../drafts/draft-manifest.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "./entries.ts";
import { isMacroType } from "./macro-types.ts";
import { readGiven } from "./read-given.ts";

/** One entry of `macros:`. Unlike nodes, macros are only looked for in the entry's own package. */
export function patchMacro(environment: ParseEnvironment, entry: Entry): void {
  const { manifest, events } = environment;
  const place = placeOf(entry.at);
  const macro = manifest.macros.get(`macro.${entry.file.file.packageName}.${entry.name}`);
  if (macro === undefined) {
    events.emit(macroNotFoundForPatch(entry.name, place));
    return;
  }
  if (macro.patch_path !== null) {
    throw duplicatePatch(macro.unique_id, macro.patch_path.replace(/^.*:\/\//, ""), place);
  }
  macro.patch_path = entry.file.id;
  macro.description = readGiven(child(entry.at, "description"), readString) ?? "";
  describe(macro, entry);
  patchArguments(environment, macro, entry);
}

function describe(macro: DraftMacro, { at }: Entry): void {
  const config = readGiven(child(at, "config"), readMapping) ?? {};
  const meta = asJsonObject({
    ...readGiven(child(at, "meta"), readMapping),
    ...(isMapping(config.meta) ? config.meta : {}),
  });
  const docs = docsOf(isMapping(config.docs) ? config.docs : child(at, "docs").value);
  macro.meta = meta;
  macro.docs = docs;
  macro.config = { meta, docs };
}

function docsOf(value: unknown): DocsConfig {
  if (!isMapping(value)) return { show: true, node_color: null };
  const color = value.node_color;
  return { show: value.show !== false, node_color: typeof color === "string" ? color : null };
}

function patchArguments(environment: ParseEnvironment, macro: DraftMacro, entry: Entry): void {
  const given = readGiven(child(entry.at, "arguments"), readList)?.map(readArgument) ?? [];
  if (!hasBehavior(environment, "validate_macro_args")) {
    macro.arguments = given;
    return;
  }
  for (const message of argumentFaults(macro, given)) {
    environment.events.emit(invalidMacroAnnotation(message, placeOf(entry.at)));
  }
  if (given.length > 0) macro.arguments = given;
}

function readArgument(at: Located): MacroArgument {
  checkKeys(at, "macro argument");
  return {
    name: readString(required(at, "name")),
    type: readOptional(child(at, "type"), readString) ?? null,
    description: readGiven(child(at, "description"), readString) ?? "",
  };
}

function argumentFaults(macro: DraftMacro, given: readonly MacroArgument[]): string[] {
  if (given.length === 0) return [];
  const faults: string[] = [];
  for (const [index, { name }] of macro.arguments.entries()) {
    const described = given[index];
    if (described !== undefined && described.name !== name) {
      faults.push(
        `Argument ${described.name} in yaml for macro ${macro.name} does not match the jinja definition.`,
      );
    }
  }
  if (given.length !== macro.arguments.length) {
    faults.push(
      `The number of arguments in the yaml for macro ${macro.name} does not match the jinja definition.`,
    );
  }
  for (const { name, type } of given) {
    if (type !== null && type.trim() !== "" && !isMacroType(type)) {
      faults.push(`Argument ${name} in the yaml for macro ${macro.name} has an invalid type.`);
    }
  }
  return faults;
}

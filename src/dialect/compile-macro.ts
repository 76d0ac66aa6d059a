import { notOneMacro } from "../errors/dialect-errors.ts";
import {
  hostObject,
  HOST,
  isHostObject,
  type CallArguments,
  type HostObject,
} from "../jinja/host-object.ts";
import type { MacroNode, Statement, TypeName } from "../jinja/nodes.ts";
import type { Expression } from "../jinja/expression-nodes.ts";
import { Returned } from "../jinja/returned.ts";
import type { Scope } from "../jinja/scope.ts";
import type { SourceOptions } from "../jinja/template-source.ts";
import type { Template } from "../jinja/template.ts";
import { walkNodes } from "../jinja/walk-nodes.ts";
import { bug } from "../errors/bug.ts";
import type { Dialect } from "./dialect.ts";
import { ReturnSignal } from "./return-signal.ts";
import { findStaticCalls, type StaticCall } from "./static-calls.ts";

export type MacroMode = "sync" | "async";

export interface MacroParameter {
  readonly name: string;
  /** dbt's type annotation: `list[string]`; null without one. */
  readonly type: string | null;
  readonly hasDefault: boolean;
}

/** What can be said of a macro without calling it: plain data. */
export interface MacroSummary {
  /** As in the manifest: `materialization_table_glue`, `test_unique`, or the macro's own name. */
  readonly name: string;
  readonly parameters: readonly MacroParameter[];
  /** Materializations only. */
  readonly supportedLanguages: readonly string[] | null;
  readonly calls: readonly StaticCall[];
}

/** A macro that was read; it compiles when it is first called. */
export interface MacroTemplate extends MacroSummary {
  /**
   * The macro as a value that templates call. Names in it come from the scope at each call.
   * In `async` mode calls give promises. `return(x)` ends it and gives x.
   */
  bind(scope: Scope, mode: MacroMode): HostObject;
  /** Compiles now what the first call would. @throws EngineError what compiling refuses */
  compile(mode: MacroMode): void;
}

/**
 * Reads the text of one macro, materialization, test or docs block.
 *
 * @param source - where the block stands in its file; see Block.source
 */
export function compileMacro(
  dialect: Dialect,
  macroSql: string,
  source: SourceOptions = {},
): MacroTemplate {
  const read = readMacro(dialect, macroSql, source);
  return { ...summaryOf(read), ...useOf(() => read) };
}

/** A macro whose summary is known already: its text is read when it is first called. */
export function compileKnownMacro(
  dialect: Dialect,
  { text, source }: { readonly text: string; readonly source: SourceOptions },
  summary: MacroSummary,
): MacroTemplate {
  let read: ReadMacro | undefined;
  const readOnce = (): ReadMacro => (read ??= readMacro(dialect, text, source));
  return { ...summary, ...useOf(readOnce) };
}

function useOf(read: () => ReadMacro): Pick<MacroTemplate, "bind" | "compile"> {
  return {
    bind: (scope, mode) => bindMacro(read, scope, mode),
    compile: (mode) => {
      read().template.compile({ isAsync: mode === "async", isNative: false });
    },
  };
}

interface ReadMacro {
  readonly template: Template;
  readonly node: MacroNode;
}

function readMacro(dialect: Dialect, macroSql: string, source: SourceOptions): ReadMacro {
  const template = dialect.text.fromString(macroSql, source);
  return { template, node: onlyMacro(template) };
}

function summaryOf({ template, node }: ReadMacro): MacroSummary {
  return {
    name: node.shownName ?? node.name,
    parameters: node.parameters.map(({ name, type, fallback }) => ({
      name,
      type: type === undefined ? null : typeText(type),
      hasDefault: fallback !== undefined,
    })),
    supportedLanguages: supportedLanguages(node),
    calls: findStaticCalls(template.body),
  };
}

function onlyMacro(template: Template): MacroNode {
  const found: MacroNode[] = [];
  walkNodes(template.body, (node) => {
    if (node.kind === "macro") found.push(node);
  });
  const [first] = found;
  if (first !== undefined && (found.length === 1 || isOnlyMacro(template.body))) return first;
  throw notOneMacro(found.length, template.source.placeAt(found[1]?.start ?? 0));
}

/** Macros inside the one macro of a block are let pass, as in dbt. */
function isOnlyMacro(body: readonly Statement[]): boolean {
  return body.length === 1 && body[0]?.kind === "macro";
}

function typeText({ name, parameters }: TypeName): string {
  return parameters.length === 0 ? name : `${name}[${parameters.map(typeText).join(", ")}]`;
}

function supportedLanguages({ parameters }: MacroNode): readonly string[] | null {
  const languages = parameters.find(({ name }) => name === "supported_languages")?.fallback;
  return languages?.kind === "list" ? languages.items.flatMap(constantTexts) : null;
}

function constantTexts(node: Expression): string[] {
  return node.kind === "constant" && typeof node.value === "string" ? [node.value] : [];
}

function bindMacro(read: () => ReadMacro, scope: Scope, mode: MacroMode): HostObject {
  let callable: HostObject | undefined;
  const call = (args: CallArguments): unknown => {
    callable ??= definedMacro(read().template.define(scope, mode), read().node.name);
    return mode === "sync" ? callSync(callable, args) : callAsync(callable, args);
  };
  return hostObject({
    typeName: "MacroGenerator",
    call,
    repr: () => {
      const { node } = read();
      return `<dbt.clients.jinja.MacroGenerator object for '${node.shownName ?? node.name}'>`;
    },
  });
}

function definedMacro(exports: ReadonlyMap<string, unknown>, name: string): HostObject {
  const macro = exports.get(name);
  if (isHostObject(macro)) return macro;
  throw bug(`The macro "${name}" is not among what its block defines.`);
}

function callSync(macro: HostObject, args: CallArguments): unknown {
  try {
    return unwrap(macro[HOST].call?.(args));
  } catch (error) {
    return returnedValue(error);
  }
}

async function callAsync(macro: HostObject, args: CallArguments): Promise<unknown> {
  try {
    return unwrap(await macro[HOST].call?.(args));
  } catch (error) {
    return returnedValue(error);
  }
}

function unwrap(result: unknown): unknown {
  return result instanceof Returned ? result.value : result;
}

/** A `return` that had to be thrown ends here, at the nearest macro. */
function returnedValue(error: unknown): unknown {
  if (error instanceof ReturnSignal) return error.value;
  throw error;
}

import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { EventBus } from "../events/event-bus.ts";
import { loadsSeedOnly } from "../errors/parse-errors.ts";
import { raisedByTemplate } from "../errors/template-errors.ts";
import { toPython } from "../jinja/convert.ts";
import { HOST, hostFunction, isHostObject, type CallArguments } from "../jinja/host-object.ts";
import { pyStr } from "../jinja/python-text.ts";
import { layeredScope, MISSING, type Scope } from "../jinja/scope.ts";
import type { MacroNode } from "../manifest/macro-node.ts";
import { bindCall } from "./members/call-arguments.ts";
import type { MacroIndex } from "./macro-index.ts";
import { contextMember } from "./members/context-member.ts";
import { exceptionsMember } from "./members/exceptions-member.ts";
import { modelDict } from "./model-dict.ts";
import { parseAdapter } from "./parsing/parse-adapter.ts";
import { parseConfig } from "./parsing/parse-config.ts";
import { parseReferences } from "./parse-references.ts";
import type { ParseSubject } from "./parse-recorder.ts";
import { parseVar } from "./parsing/parse-var.ts";
import { mergeQuoting } from "./relation-for-node.ts";
import { relationObject } from "./relation-object.ts";
import { makeRelation } from "./relation.ts";
import { relationClass } from "./relation/relation-class.ts";
import { withRuntimeConfig } from "./members/runtime-config-object.ts";
import { withBuiltins } from "./members/with-builtins.ts";

/** What the scopes of all nodes share. */
export interface ParseShared {
  readonly runtime: RuntimeConfig;
  readonly events: EventBus;
  readonly macros: MacroIndex;
  readonly base: Scope;
  /** Renders a text in a scope. */
  readonly render: (text: string, scope: Scope) => string;
  varsOf(packageName: string): ReadonlyMap<string, unknown>;
}

/** The scope of a node's templates, and of macros that they call, while the node is parsed. */
export function parseScope(
  shared: ParseShared,
  subject: ParseSubject,
  onMacro: (macro: MacroNode) => void,
): MacroScope {
  const { macros, base } = shared;
  const members = lazyMembers(() => membersOf(shared, subject, scope));
  const builtIn = withBuiltins(layeredScope(members, base));
  const scope = macros.scopeFor(subject.packageName, builtIn, "sync", { onCall: onMacro });
  return scope;
}

type MacroScope = ReturnType<MacroIndex["scopeFor"]>;

/** Most templates look up one or two names: the rest is not made for them. */
function lazyMembers(make: () => Readonly<Record<string, () => unknown>>): Scope {
  let members: Readonly<Record<string, () => unknown>> | undefined;
  const values = new Map<string, unknown>();
  return {
    lookup(name) {
      if (values.has(name)) return values.get(name);
      members ??= make();
      const value = Object.hasOwn(members, name) ? members[name]?.() : MISSING;
      values.set(name, value);
      return value;
    },
    names: () => Object.keys((members ??= make())),
  };
}

function membersOf(
  shared: ParseShared,
  subject: ParseSubject,
  scope: MacroScope,
): Readonly<Record<string, () => unknown>> {
  const { runtime, events, macros } = shared;
  const references = parseReferences(subject);
  const quotePolicy = mergeQuoting(runtime.project.quoting);
  const emit = events.emit.bind(events);
  const fact = (name: string): unknown => toPython(subject.facts()[name] ?? null);
  return {
    ...mapValues(references, (value) => () => value),
    ref: () => withRuntimeConfig(references.ref, runtime),
    config: () => parseConfig(subject.recorder),
    var: () => parseVar(shared.varsOf(subject.packageName), (text) => shared.render(text, scope)),
    this: () => (subject.kind === "operation" ? null : relationObject(subject.relation())),
    model: () => modelDict(subject.facts()),
    database: () => fact("database"),
    schema: () => fact("schema"),
    pre_hooks: () => hooks(subject, "pre-hook"),
    post_hooks: () => hooks(subject, "post-hook"),
    compiled_code: () => null,
    sql: () => null,
    defer_relation: () => null,
    context: () => contextMember(() => scope),
    exceptions: () => exceptionsMember(subject.uniqueId, emit),
    adapter: () =>
      parseAdapter({
        runtime,
        relationClass: relationClass(quotePolicy, () => makeRelation({ quotePolicy })),
        dispatch: (call) => macros.dispatch(call, subject.packageName),
        bind: (macro) => scope.bind(macro),
      }),
    dbt_metadata_envs: () => toPython({}),
    load_result: () => hostFunction("load_result", () => null),
    store_result: () => hostFunction("store_result", () => ""),
    store_raw_result: () => hostFunction("store_raw_result", () => ""),
    write: () => hostFunction("write", () => ""),
    render: () =>
      hostFunction("render", (args) =>
        shared.render(pyStr(bindCall("render", ["string"], args, 1).string), scope),
      ),
    try_or_compiler_error: () => hostFunction("try_or_compiler_error", tryOrCompilerError),
    load_agate_table: () =>
      hostFunction("load_agate_table", () => {
        throw loadsSeedOnly(subject.uniqueId);
      }),
    submit_python_job: () => hostFunction("submit_python_job", () => null),
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  convert: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, convert(value)]));
}

function hooks(subject: ParseSubject, key: string): unknown {
  const config = subject.facts().config as Readonly<Record<string, unknown>> | undefined;
  return toPython(subject.kind === "test" ? [] : (config?.[key] ?? []));
}

function tryOrCompilerError({ positional, named }: CallArguments): unknown {
  const [message, body, ...rest] = positional;
  try {
    if (isHostObject(body)) return body[HOST].call?.({ positional: rest, named });
  } catch (cause) {
    throw raisedByTemplate(pyStr(message)).with({ cause });
  }
  throw raisedByTemplate(pyStr(message));
}

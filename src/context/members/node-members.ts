import {
  adapterMacroRemoved,
  notWriteable,
  raisedByTemplate,
} from "../../errors/template-errors.ts";
import { utcDatetimeValue } from "../../dialect/datetime-values.ts";
import type { EngineEvent } from "../../events/engine-event.ts";
import { toPython } from "../../jinja/convert.ts";
import {
  HOST,
  hostFunction,
  isHostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import type { Scope } from "../../jinja/scope.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { ManifestNode } from "../../manifest/nodes.ts";
import { adapterObject } from "../adapter/adapter-object.ts";
import type { TableEffects } from "../agate/agate-object.ts";
import { bindCall } from "./call-arguments.ts";
import type { ContextSkeleton } from "../context-skeleton.ts";
import { deferTarget } from "../defer-target.ts";
import { loadSeedTable } from "../agate/load-seed-table.ts";
import { modelDict } from "../model-dict.ts";
import type { ContextOptions, ContextSubject } from "../node-context.ts";
import { relationOfNode } from "../locate-relation.ts";
import { relationForSource } from "../relation-for-node.ts";
import { relationObject } from "../relation-object.ts";
import { relationText, type DbtRelation } from "../relation.ts";
import { defaultBounds } from "./row-bounds.ts";
import type { StatementResults } from "../statements/statement-results.ts";
import type { Statements } from "../statements.ts";
import { responseObject } from "../statements/statement-results.ts";
import { writeRunFile } from "../write-run-file.ts";
import { configMember } from "./config-member.ts";
import { contextMember } from "./context-member.ts";
import { envVarMember } from "./env-var-member.ts";
import { exceptionsMember } from "./exceptions-member.ts";
import { referenceMembers } from "./references.ts";
import { varMember } from "./var-member.ts";

export interface MembersOptions {
  readonly skeleton: ContextSkeleton;
  readonly subject: ContextSubject;
  readonly options: ContextOptions;
  readonly statements: Statements;
  readonly results: StatementResults;
  readonly ephemerals: Map<string, ManifestNode>;
  readonly effects: TableEffects;
  readonly emit: (event: EngineEvent) => void;
  readonly scope: () => Scope;
  /** A macro as a value that sees this context. */
  readonly bind: (macro: MacroNode) => HostObject;
  readonly render: (text: string) => Promise<string>;
}

/** Members that differ from subject to subject. */
export function nodeMembers(of: MembersOptions): Readonly<Record<string, unknown>> {
  const { skeleton, subject, options, emit, scope, render } = of;
  const { runtime } = skeleton.invocation;
  return {
    ...referenceMembers(skeleton, referrerOf(of)),
    ...modelMembers(of),
    adapter: adapterObject({
      skeleton,
      statements: of.statements,
      effects: of.effects,
      scope,
      emit,
      dispatch: (name, namespace) =>
        of.bind(skeleton.macros.dispatch({ macro: name, namespace }, subject.package_name)),
    }),
    config: configMember({
      unique_id: subject.unique_id,
      ...(subject.resource_type === "macro" ? {} : { config: subject.config }),
    }),
    exceptions: exceptionsMember(subject.unique_id, emit),
    context: contextMember(scope),
    var: varMember({
      node: subject.name,
      vars: mergedVars(skeleton.varsOf(subject.package_name), options.vars),
      render,
    }),
    env_var: envVarMember({ ...runtime.env, ...options.env }),
    thread_id: options.lane.threadName,
    render: hostFunction("render", (args) =>
      render(pyStr(bindCall("render", ["string"], args, 1).string)),
    ),
    write: hostFunction("write", (args) => write(of, args)),
    try_or_compiler_error: hostFunction("try_or_compiler_error", tryOrCompilerError),
    adapter_macro: hostFunction("adapter_macro", ({ positional: [name] }) => {
      throw adapterMacroRemoved(pyStr(name));
    }),
    load_agate_table: hostFunction("load_agate_table", () =>
      loadSeedTable(skeleton.invocation, subject, of.effects),
    ),
    submit_python_job: hostFunction("submit_python_job", async (args) => {
      const bound = bindCall("submit_python_job", ["parsed_model", "compiled_code"], args, 2);
      return responseObject(await of.statements.executePython(pyStr(bound.compiled_code)));
    }),
  };
}

function referrerOf({
  skeleton,
  subject,
  options,
  ephemerals,
}: MembersOptions): Parameters<typeof referenceMembers>[1] {
  const isMacro = subject.resource_type === "macro";
  // The query of --inline was not there when the project was parsed.
  const wasParsed = !isMacro && subject.resource_type !== "sql_operation";
  const dependsOn =
    wasParsed && "depends_on" in subject && "nodes" in subject.depends_on
      ? new Set(subject.depends_on.nodes)
      : undefined;
  return {
    unique_id: subject.unique_id,
    package_name: subject.package_name,
    resource_type: subject.resource_type,
    group: "group" in subject ? subject.group : undefined,
    dependsOn,
    addEphemeral: isMacro ? undefined : (node) => void ephemerals.set(node.unique_id, node),
    boundsFor: options.boundsFor ?? defaultBounds(skeleton.invocation, subject, options.batch),
    replace: options.replace,
  };
}

/** What a subject with a relation or a body of its own has. */
function modelMembers(of: MembersOptions): Readonly<Record<string, unknown>> {
  const { skeleton, subject, options } = of;
  const { profile } = skeleton.invocation.runtime;
  const plain = {
    model: modelDict(withBatch(subject, options)),
    database: null,
    schema: profile.schema,
    this: selfOf(of),
    pre_hooks: null,
    post_hooks: null,
    compiled_code: null,
    sql: null,
    defer_relation: null,
  };
  if (subject.resource_type === "macro") return plain;
  if (subject.resource_type === "source") return { ...plain, source_node: modelDict(subject) };
  const deferred = deferredRelation(skeleton, subject);
  const isClone = skeleton.invocation.runtime.flags.which === "clone";
  // A clone that cannot copy the table becomes a view of it.
  const code =
    deferred && isClone ? `select * from ${relationText(deferred)}` : compiledCode(subject);
  const isTest = subject.resource_type === "test" || subject.resource_type === "unit_test";
  return {
    ...plain,
    database: subject.database,
    schema: subject.schema,
    pre_hooks: isTest ? [] : toPython(subject.config["pre-hook"] ?? []),
    post_hooks: isTest ? [] : toPython(subject.config["post-hook"] ?? []),
    compiled_code: code,
    sql: isSql(subject) ? code : null,
    defer_relation: deferred ? relationObject(deferred) : null,
  };
}

/** Seeds have no language, and count as SQL. */
function isSql(subject: ContextSubject): boolean {
  return !("language" in subject) || subject.language === "sql";
}

function deferredRelation(
  skeleton: ContextSkeleton,
  subject: ContextSubject,
): DbtRelation | undefined {
  const other = deferTarget(skeleton.invocation, subject);
  return other && relationOfNode(skeleton, other);
}

function compiledCode(subject: object): string | null {
  if (!("extra_ctes_injected" in subject) || subject.extra_ctes_injected !== true) return null;
  return "compiled_code" in subject && typeof subject.compiled_code === "string"
    ? subject.compiled_code
    : null;
}

function selfOf({ skeleton, subject, options }: MembersOptions): unknown {
  if (options.self !== undefined) return options.self;
  switch (subject.resource_type) {
    case "macro":
    case "operation":
    case "unit_test":
      return null;
    case "source":
      return relationObject(relationForSource(subject));
    default:
      return relationObject(relationOfNode(skeleton, subject));
  }
}

function withBatch(subject: ContextSubject, { batch }: ContextOptions): object {
  if (!batch) return subject;
  const [start, end] = [utcDatetimeValue(batch.start), utcDatetimeValue(batch.end)];
  return { ...subject, batch: { id: batch.id, event_time_start: start, event_time_end: end } };
}

function mergedVars(
  vars: ReadonlyMap<string, unknown>,
  own: Readonly<Record<string, unknown>> | undefined,
): ReadonlyMap<string, unknown> {
  return own ? new Map([...vars, ...Object.entries(own)]) : vars;
}

async function write(
  { skeleton, subject, options }: MembersOptions,
  args: CallArguments,
): Promise<string> {
  if (subject.resource_type === "macro" || subject.resource_type === "source") throw notWriteable();
  const { payload } = bindCall("write", ["payload"], args, 1);
  await writeRunFile(skeleton.invocation, subject, pyStr(payload), options.batch?.label);
  return "";
}

async function tryOrCompilerError({ positional, named }: CallArguments): Promise<unknown> {
  const [message, body, ...rest] = positional;
  try {
    if (!isHostObject(body) || !body[HOST].call) throw raisedByTemplate(pyStr(message));
    return await body[HOST].call({ positional: rest, named });
  } catch (error) {
    throw raisedByTemplate(pyStr(message)).with({ cause: error });
  }
}

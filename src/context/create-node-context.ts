import type { ComputeRequest } from "../adapter/compute.ts";
import { renderNativeAsync, renderTextAsync } from "../dialect/dialect.ts";
import { HOST } from "../jinja/host-object.ts";
import { layeredScope, scopeOf, type Scope } from "../jinja/scope.ts";
import type { ManifestNode } from "../manifest/nodes.ts";
import type { ContextSkeleton } from "./context-skeleton.ts";
import { nodeMembers } from "./members/node-members.ts";
import { queryCommenter } from "./statements/query-commenter.ts";
import type { ContextOptions, ContextSubject, NodeContext } from "./node-context.ts";
import { createStatementResults } from "./statements/statement-results.ts";
import { createStatements, type Statements } from "./statements.ts";
import { tableEffects } from "./adapter/table-effects.ts";
import { withoutDoubledCatalog } from "./relation/iceberg-catalog.ts";
import { withBuiltins } from "./members/with-builtins.ts";

/**
 * The run-time context of one subject. Its own members stand over the shared ones, the project's
 * macros over all members, what the caller adds over everything.
 *
 * @param ephemerals - takes up the ephemeral nodes that are referred to
 */
export function createNodeContext(
  skeleton: ContextSkeleton,
  subject: ContextSubject,
  options: ContextOptions,
  ephemerals = new Map<string, ManifestNode>(),
): NodeContext {
  const { invocation, icebergCatalog } = skeleton;
  const { events } = invocation;
  const emit = events.emit.bind(events);
  const effects = tableEffects(invocation);
  const results = createStatementResults(effects);
  const statements = statementsOf(skeleton, subject, options);

  let scope: Scope = scopeOf({});
  const source = { path: subject.original_file_path };
  const oneCatalog = (sql: string): string => withoutDoubledCatalog(sql, icebergCatalog);
  const render = async (text: string): Promise<string> =>
    oneCatalog(await renderTextAsync(skeleton.dialect, text, { scope, source }));
  const renderNative = (text: string): Promise<unknown> =>
    renderNativeAsync(skeleton.dialect, text, { scope, source });

  const members = nodeMembers({
    skeleton,
    subject,
    options,
    statements,
    results,
    ephemerals,
    effects,
    emit,
    scope: () => scope,
    bind: (macro) => macros.bind(macro),
    render,
  });
  const own = scopeOf({ ...members, ...results.members });
  const base = withBuiltins(layeredScope(own, skeleton.shared));
  const macros = skeleton.macros.scopeFor(subject.package_name, base, "async", {
    ...(options.macroOverrides ? { overrides: options.macroOverrides } : {}),
    ...(options.onMacro ? { onCall: options.onMacro } : {}),
  });
  scope = options.extra ? layeredScope(scopeOf(options.extra), macros) : macros;
  return {
    scope,
    results,
    statements,
    ephemerals,
    emit,
    render,
    renderNative,
    async call(macro, given = {}) {
      const named = new Map(Object.entries(given));
      return await macros.bind(macro)[HOST].call?.({ positional: [], named });
    },
  };
}

function statementsOf(
  skeleton: ContextSkeleton,
  subject: ContextSubject,
  { lane }: ContextOptions,
): Statements {
  const { events, signal, now } = skeleton.invocation;
  const addComment = queryCommenter(skeleton, subject);
  return createStatements({
    lane,
    connectionName: subject.unique_id,
    request: computeRequest(subject),
    emit: events.emit.bind(events),
    signal,
    now,
    prepare: async (sql) => withoutDoubledCatalog(await addComment(sql), skeleton.icebergCatalog),
    places: placesOf(subject),
  });
}

/** Hooks and operations have no compute of their own. */
function computeRequest(subject: ContextSubject): ComputeRequest | undefined {
  if (!("config" in subject) || subject.resource_type === "operation") return undefined;
  return { uniqueId: subject.unique_id, config: { ...subject.config } };
}

function placesOf(subject: ContextSubject): Parameters<typeof createStatements>[0]["places"] {
  const node = subject.unique_id;
  if (!("compiled_path" in subject) || !subject.compiled_path || !subject.compiled_code) {
    return { node };
  }
  return { node, compiled: { path: subject.compiled_path, sql: subject.compiled_code } };
}

import { PyDict } from "../jinja/py-dict.ts";
import type { CallNode, Expression } from "../jinja/expression-nodes.ts";
import type { Dialect } from "./dialect.ts";

export interface StaticRef {
  readonly package: string | null;
  readonly name: string;
  readonly version: unknown;
}

/** All that a model's Jinja does, when it does nothing but refer and configure with literals. */
export interface StaticExtract {
  readonly refs: readonly StaticRef[];
  readonly sources: readonly (readonly [string, string])[];
  /** The arguments of `config(...)`, Python's values, in order; later ones win. */
  readonly config: readonly (readonly [string, unknown])[];
}

const NOTHING: StaticExtract = { refs: [], sources: [], config: [] };

/** Text with none of these renders to itself. */
const HAS_TAGS = /\{[{%#]/;

/**
 * What rendering a model would record, read off its tree; undefined when it has to be rendered to
 * know. Callers must render anyway where a project overrides `ref`, `source` or `config`.
 */
export function extractStaticCalls(dialect: Dialect, text: string): StaticExtract | undefined {
  if (!HAS_TAGS.test(text)) return NOTHING;
  // A block or a filter decides nothing here: such a model is rendered.
  if (text.includes("{%")) return undefined;
  const extract = { refs: [], sources: [], config: [] } satisfies StaticExtract;
  for (const statement of dialect.text.fromString(text).body) {
    if (statement.kind !== "output") return undefined;
    for (const part of statement.parts) {
      if (part.kind === "data") continue;
      if (part.kind !== "call" || !record(part, extract)) return undefined;
    }
  }
  return extract;
}

interface Draft {
  readonly refs: StaticRef[];
  readonly sources: (readonly [string, string])[];
  readonly config: (readonly [string, unknown])[];
}

/** Notes one call; false for calls that are not plain enough. */
function record({ callee, args }: CallNode, draft: Draft): boolean {
  if (callee.kind !== "name" || args.spread !== undefined || args.namedSpread !== undefined) {
    return false;
  }
  const named = args.named.map(({ name, value }) => [name, literal(value)] as const);
  const positional = args.positional.map(literal);
  if ([...positional, ...named.map(([, value]) => value)].includes(NOT_LITERAL)) return false;
  if (callee.name === "config") {
    draft.config.push(...named);
    return positional.length === 0 && named.length > 0;
  }
  const texts = positional.filter((value) => typeof value === "string");
  if (texts.length !== positional.length) return false;
  if (callee.name === "ref") return recordRef(texts, named, draft);
  return callee.name === "source" && named.length === 0 && recordSource(texts, draft);
}

function recordRef(
  texts: readonly string[],
  named: readonly (readonly [string, unknown])[],
  draft: Draft,
): boolean {
  const [version, ...more] = named;
  const [first, second] = texts;
  if (more.length > 0 || first === undefined || texts.length > 2) return false;
  if (version !== undefined && !["v", "version"].includes(version[0])) return false;
  const target =
    second === undefined ? { package: null, name: first } : { package: first, name: second };
  draft.refs.push({ ...target, version: version?.[1] ?? null });
  return true;
}

function recordSource(texts: readonly string[], draft: Draft): boolean {
  const [source, table] = texts;
  if (source === undefined || table === undefined || texts.length !== 2) return false;
  draft.sources.push([source, table]);
  return true;
}

const NOT_LITERAL = Symbol("not a literal");

function literal(node: Expression): unknown {
  if (node.kind === "constant") return node.value;
  if (node.kind === "list") {
    const items = node.items.map(literal);
    return items.includes(NOT_LITERAL) ? NOT_LITERAL : items;
  }
  if (node.kind !== "dict") return NOT_LITERAL;
  const dict = new PyDict();
  for (const { key, value } of node.pairs) {
    const [name, held] = [literal(key), literal(value)];
    if (typeof name !== "string" || held === NOT_LITERAL) return NOT_LITERAL;
    dict.set(name, held);
  }
  return dict;
}

import { generate } from "./codegen/generate.ts";
import { toPython } from "./convert.ts";
import type { Statement } from "./nodes.ts";
import { RenderContext, type Names } from "./render-context.ts";
import { isPromise } from "./runtime/calling.ts";
import { RUNTIME } from "./runtime/runtime.ts";
import { MISSING, type Scope } from "./scope.ts";
import type { TemplateSource } from "./template-source.ts";

/** What a rendering sees: a record of plain values, or a scope of Python's values. */
export type ContextInput = Readonly<Record<string, unknown>> | Scope;

export interface RenderOptions {
  /**
   * What names that are not there do. `absorbing` is dbt's while parsing: attributes, items and
   * calls of an undefined value give an undefined value.
   */
  readonly undefined?: "default" | "absorbing";
}

type Root = (context: RenderContext) => unknown;

interface Origin {
  readonly names: Names;
  readonly returnFunction: string | undefined;
}

/** A template that was read. It compiles when it is first rendered, once for each way of rendering. */
export class Template {
  /** The tree, for those who look without rendering. */
  readonly body: readonly Statement[];
  readonly source: TemplateSource;
  readonly #origin: Origin;
  readonly #roots = new Map<string, Root>();

  constructor(origin: Origin, source: TemplateSource, body: readonly Statement[]) {
    this.#origin = origin;
    this.source = source;
    this.body = body;
  }

  /** The text. Calls that give promises fail; use renderAsync for them. */
  render(context: ContextInput = {}, options: RenderOptions = {}): string {
    const root = this.#root({ isAsync: false, isNative: false });
    return String(root(this.#context(context, options)));
  }

  /** The text; what calls promise is awaited where it is used. */
  async renderAsync(context: ContextInput = {}, options: RenderOptions = {}): Promise<string> {
    const root = this.#root({ isAsync: true, isNative: false });
    return String(await root(this.#context(context, options)));
  }

  /** The values of the text pieces and `{{ }}` in order, not yet put together. Constants are text. */
  renderNative(context: ContextInput = {}, options: RenderOptions = {}): readonly unknown[] {
    const root = this.#root({ isAsync: false, isNative: true });
    return asValues(root(this.#context(context, options)));
  }

  async renderNativeAsync(
    context: ContextInput = {},
    options: RenderOptions = {},
  ): Promise<readonly unknown[]> {
    const root = this.#root({ isAsync: true, isNative: true });
    return asValues(await root(this.#context(context, options)));
  }

  /**
   * Runs the template for what it sets at its top: macros and variables by name. The macros of the
   * `async` mode give promises; the template around them may not wait for anything.
   */
  define(
    context: ContextInput,
    mode: "sync" | "async" = "sync",
    options: RenderOptions = {},
  ): ReadonlyMap<string, unknown> {
    const renderContext = this.#context(context, options);
    const result = this.#root({ isAsync: mode === "async", isNative: false })(renderContext);
    // What it would have waited for is not wanted; names that it did not reach are missing below.
    if (isPromise(result)) result.catch(() => undefined);
    return renderContext.exports;
  }

  /** Compiles without rendering, to see what compiling refuses. */
  compile(flavour: { readonly isAsync: boolean; readonly isNative: boolean }): void {
    this.#root(flavour);
  }

  #root(flavour: { readonly isAsync: boolean; readonly isNative: boolean }): Root {
    const key = `${String(flavour.isAsync)} ${String(flavour.isNative)}`;
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const { names, returnFunction } = this.#origin;
    const code = generate(this.body, this.source, names, { ...flavour, returnFunction });
    const root = instantiate(code, this.source, names);
    this.#roots.set(key, root);
    return root;
  }

  #context(context: ContextInput, options: RenderOptions): RenderContext {
    const absorbing = options.undefined === "absorbing";
    return new RenderContext(this.#origin.names, asScope(context), absorbing);
  }
}

/** The code sees the runtime, the source and the names it looks up, and nothing else of ours. */
function instantiate(code: string, source: TemplateSource, names: Names): Root {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is our own; templates reach it only as quoted literals and l_ names
  const factory = new Function("rt", "source", "filters", "tests", code) as (
    ...parts: unknown[]
  ) => Root;
  return factory(RUNTIME, source, names.filters, names.tests);
}

function asScope(context: ContextInput): Scope {
  if (isScope(context)) return context;
  const converted = new Map<string, unknown>();
  return {
    lookup(name) {
      if (!Object.hasOwn(context, name)) return MISSING;
      if (!converted.has(name)) converted.set(name, toPython(context[name]));
      return converted.get(name);
    },
  };
}

/** A record cannot hold a function called `lookup`: it would be taken for a scope. */
function isScope(context: ContextInput): context is Scope {
  return typeof context.lookup === "function";
}

function asValues(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : [];
}

import { Environment, type EnvironmentOptions } from "../jinja/environment.ts";
import type { SourceOptions } from "../jinja/template-source.ts";
import type { ContextInput, RenderOptions, Template } from "../jinja/template.ts";
import type { FilterFunction } from "../jinja/filter-function.ts";
import { concatNative } from "./concat-native.ts";
import { DIALECT_TAGS } from "./dialect-tags.ts";
import { NativeMarker, type NativeType } from "./native-marker.ts";

/** dbt's Jinja. Holds no state of renderings; make one and keep it. */
export interface Dialect {
  /** For SQL, macros and everything else that becomes text. */
  readonly text: Environment;
  /** For YAML values, which keep their types. */
  readonly native: Environment;
}

/** Text with none of these is not a template. dbt looks for closing delimiters too. */
const HAS_DELIMITERS = /\{[{%#]|[#}%]\}/;

export function createDialect(): Dialect {
  return {
    text: new Environment(dialectOptions((_type, value) => value)),
    native: new Environment(dialectOptions((type, value) => new NativeMarker(type, value))),
  };
}

type Mark = (type: NativeType, value: unknown) => unknown;

function dialectOptions(mark: Mark): EnvironmentOptions {
  return {
    tags: DIALECT_TAGS,
    syntax: { typedParameters: true },
    returnFunction: "return",
    valueFilters: {
      as_text: filter((value) => mark("text", value)),
      as_native: filter((value) => mark("native", value)),
      as_bool: filter((value) => mark("bool", value)),
      as_number: filter((value) => mark("number", value)),
      is_list: filter((value) => Array.isArray(value)),
    },
  };
}

function filter(body: (value: unknown) => unknown): FilterFunction {
  return { parameters: [], needsContext: false, apply: (_context, value) => body(value) };
}

/** One template's text, where it stands, and what it sees. */
export interface Rendering {
  readonly scope: ContextInput;
  readonly source?: SourceOptions;
  readonly options?: RenderOptions;
}

/** The rendered text. Text without delimiters comes back as it is. */
export function renderText(dialect: Dialect, text: string, rendering: Rendering): string {
  if (!HAS_DELIMITERS.test(text)) return text;
  return readTemplate(dialect.text, text, rendering).render(rendering.scope, rendering.options);
}

/** Like renderText, and waits for what calls promise. */
export async function renderTextAsync(
  dialect: Dialect,
  text: string,
  rendering: Rendering,
): Promise<string> {
  if (!HAS_DELIMITERS.test(text)) return text;
  const template = readTemplate(dialect.text, text, rendering);
  return template.renderAsync(rendering.scope, rendering.options);
}

/**
 * The rendered value, of Python's types: a template that is one `{{ }}` keeps its type, except
 * that constant expressions become text, as dbt has it.
 */
export function renderNative(dialect: Dialect, text: string, rendering: Rendering): unknown {
  const template = readTemplate(dialect.native, text, rendering);
  return concatNative(template.renderNative(rendering.scope, rendering.options));
}

export async function renderNativeAsync(
  dialect: Dialect,
  text: string,
  rendering: Rendering,
): Promise<unknown> {
  const template = readTemplate(dialect.native, text, rendering);
  return concatNative(await template.renderNativeAsync(rendering.scope, rendering.options));
}

function readTemplate(environment: Environment, text: string, rendering: Rendering): Template {
  return environment.fromString(text, rendering.source);
}

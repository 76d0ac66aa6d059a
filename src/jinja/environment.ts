import { toPython } from "./convert.ts";
import { isHostObject } from "./host-object.ts";
import { compileDelimiters, type Delimiters } from "./lexer/delimiters.ts";
import { lex, normaliseTemplate } from "./lexer/lex.ts";
import type { Statement } from "./nodes.ts";
import { parseTemplate } from "./parser/parse-template.ts";
import type { FilterFunction, TestFunction } from "./filter-function.ts";
import { FILTERS } from "./runtime/filters/filters.ts";
import { GLOBALS } from "./runtime/globals.ts";
import type { Names } from "./render-context.ts";
import { TESTS } from "./runtime/tests.ts";
import { scopeOf } from "./scope.ts";
import { DEFAULT_SYNTAX, type SyntaxOptions } from "./syntax-options.ts";
import type { TagParser } from "./tag-parser.ts";
import { TemplateSource, type SourceOptions } from "./template-source.ts";
import { Template } from "./template.ts";
import { userFilter, userTest, type UserFunction } from "./user-function.ts";

export interface EnvironmentOptions {
  /** More filters: `value | name(a, b)` calls the function with value, a, b. */
  readonly filters?: Readonly<Record<string, UserFunction>>;
  /** More filters that take and give Python's values as they are. */
  readonly valueFilters?: Readonly<Record<string, FilterFunction>>;
  /** More tests: `value is name(a)` calls the function and asks whether the result is true. */
  readonly tests?: Readonly<Record<string, UserFunction>>;
  /** Names that every template sees; a rendering's own names win. */
  readonly globals?: Readonly<Record<string, unknown>>;
  /** More tags: `{% name ... %}`. */
  readonly tags?: Readonly<Record<string, TagParser>>;
  readonly syntax?: Partial<SyntaxOptions>;
  /** A function that ends the macro it is called in; see Returned. */
  readonly returnFunction?: string;
}

/**
 * Where templates come from: the language (delimiters, tags) and the names all of them share.
 * Holds no state of renderings; make one and keep it.
 */
export class Environment {
  readonly names: Names;
  readonly returnFunction: string | undefined;
  readonly #syntax: SyntaxOptions;
  readonly #delimiters: Delimiters;
  readonly #tags: ReadonlyMap<string, TagParser>;

  constructor(options: EnvironmentOptions = {}) {
    this.#syntax = { ...DEFAULT_SYNTAX, ...options.syntax };
    this.#delimiters = compileDelimiters(this.#syntax);
    this.#tags = new Map(Object.entries(options.tags ?? {}));
    this.returnFunction = options.returnFunction;
    this.names = {
      filters: new Map([
        ...extended<FilterFunction>(FILTERS, options.filters, userFilter),
        ...Object.entries(options.valueFilters ?? {}),
      ]),
      tests: extended<TestFunction>(TESTS, options.tests, userTest),
      globals: scopeOf({ ...GLOBALS, ...mapValues(options.globals ?? {}) }),
    };
  }

  /**
   * Reads a template. Syntax errors show here; unknown filters and the like when it first renders.
   *
   * @throws EngineError of Python's type TemplateSyntaxError, with its place
   */
  fromString(text: string, options: SourceOptions = {}): Template {
    const source = new TemplateSource(
      normaliseTemplate(text, this.#syntax.keepTrailingNewline),
      options,
    );
    return new Template(this, source, this.#parse(source));
  }

  #parse(source: TemplateSource): readonly Statement[] {
    return parseTemplate(source, lex(source, this.#delimiters), {
      options: this.#syntax,
      tags: this.#tags,
    });
  }
}

function extended<Kind>(
  builtin: ReadonlyMap<string, Kind>,
  added: Readonly<Record<string, UserFunction>> | undefined,
  wrap: (name: string, body: UserFunction) => Kind,
): ReadonlyMap<string, Kind> {
  if (added === undefined) return builtin;
  const wrapped = Object.entries(added).map(([name, body]) => [name, wrap(name, body)] as const);
  return new Map([...builtin, ...wrapped]);
}

function mapValues(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(record).map(
    ([name, value]) => [name, isHostObject(value) ? value : toPython(value)] as const,
  );
  return Object.fromEntries(entries);
}

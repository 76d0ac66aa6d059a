/**
 * Jinja2 for JavaScript: `dbt-glue-ts/jinja`. Templates behave as in Python, down to how values print;
 * plain JavaScript values and functions go in, promises may come back.
 *
 * @example
 * import { Environment } from "dbt-glue-ts/jinja";
 *
 * const environment = new Environment({ filters: { shout: (text: string) => `${text}!` } });
 * const template = environment.fromString("{% for n in names %}{{ n | shout }}{{ ' ' if not loop.last }}{% endfor %}");
 * template.render({ names: ["ada", "grace"] }); // "ada! grace!"
 *
 * @example
 * const page = environment.fromString("{{ rows(table='orders') | length }} rows");
 * await page.renderAsync({ rows: async ({ table }: { table: string }) => fetchRows(table) });
 *
 * @module
 */
export { Environment, type EnvironmentOptions } from "./jinja/environment.ts";
export { Template, type ContextInput, type RenderOptions } from "./jinja/template.ts";
export type { SourceOptions } from "./jinja/template-source.ts";
export type { SyntaxOptions } from "./jinja/syntax-options.ts";
export type { UserFunction } from "./jinja/user-function.ts";
export type { TagParser, TagParsing } from "./jinja/tag-parser.ts";
export type { Expression } from "./jinja/expression-nodes.ts";
export type { Statement } from "./jinja/nodes.ts";
export { walkNodes } from "./jinja/walk-nodes.ts";
export { fromPython, lazyDict, toPython } from "./jinja/convert.ts";
export {
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
  type HostProtocol,
} from "./jinja/host-object.ts";
export { bindArguments } from "./jinja/bind-arguments.ts";
export { MISSING, layeredScope, scopeOf, type Scope } from "./jinja/scope.ts";
export { PyDict } from "./jinja/py-dict.ts";
export { PySet } from "./jinja/py-set.ts";
export { PyTuple } from "./jinja/py-tuple.ts";
export { UndefinedValue } from "./jinja/undefined-value.ts";
export { PyFloat } from "./util/python-values.ts";
export { pyEquals } from "./jinja/python-equality.ts";
export { pyRepr, pyStr } from "./jinja/python-text.ts";
export { pyTruth } from "./jinja/python-truth.ts";
export { EngineError as JinjaError } from "./errors/engine-error.ts";
export { jinjaErrorType, type PythonErrorType } from "./errors/jinja-errors.ts";

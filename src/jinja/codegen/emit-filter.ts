import type { EngineError } from "../../errors/engine-error.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import { pyRepr } from "../python-text.ts";
import type { ArgumentList, FilterNode, TestNode } from "../expression-nodes.ts";
import { emitArguments } from "./emit-call.ts";
import type { Emission, Frame } from "./emission.ts";

/** `value | name(...)`, with the JavaScript text of the value. */
export function emitFilter(
  emission: Emission,
  node: FilterNode,
  frame: Frame,
  value: string,
): string {
  const { name, args, start } = node;
  return apply(emission, { kind: "filters", name, args, start }, frame, value);
}

/** `value is name(...)`. */
export function emitTest(emission: Emission, node: TestNode, frame: Frame): string {
  const value = emission.expression(node.value, frame);
  const { name, args, start } = node;
  return apply(emission, { kind: "tests", name, args, start }, frame, value);
}

interface Application {
  readonly kind: "filters" | "tests";
  readonly name: string;
  readonly args: ArgumentList;
  readonly start: number;
}

function apply(emission: Emission, node: Application, frame: Frame, value: string): string {
  const known = emission.names[node.kind].has(node.name);
  if (!known && !frame.isBranch) throw unknownName(emission, node);
  const { positional, named } = emitArguments(emission, node.args, frame);
  if (!known) return `unknownName(${JSON.stringify(node.kind)},${JSON.stringify(node.name)})`;
  const hasArguments = positional !== "" || named !== undefined;
  const args = hasArguments
    ? `{positional:[${positional}],named:${named ?? "NO_NAMES"}}`
    : "NO_ARGUMENTS";
  return `${functionVariable(emission, node)}.apply(ctx,${value},${args})`;
}

/** Filters and tests are looked up once per template. */
function functionVariable(emission: Emission, { kind, name }: Application): string {
  const key = `${kind}:${name}`;
  const known = emission.filterVariables.get(key);
  if (known !== undefined) return known;
  const variable = emission.fresh.next("f");
  emission.filterVariables.set(key, variable);
  emission.hoisted.push(`const ${variable}=${kind}.get(${JSON.stringify(name)});`);
  return variable;
}

function unknownName(emission: Emission, { kind, name, start }: Application): EngineError {
  const what = kind === "filters" ? "filter" : "test";
  return pythonError(
    "TemplateAssertionError",
    `No ${what} named ${pyRepr(name)}.`,
    emission.source.placeAt(start),
  );
}

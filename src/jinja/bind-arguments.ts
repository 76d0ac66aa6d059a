import { pythonError } from "../errors/jinja-errors.ts";
import type { EngineError } from "../errors/engine-error.ts";
import type { CallArguments } from "./host-object.ts";
import { MISSING } from "./scope.ts";

interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly fallback: unknown;
}

interface Signature {
  readonly parameters: readonly Parameter[];
  /** Index in the result of what `*rest` and `**rest` collect. */
  readonly rest: number | undefined;
  readonly namedRest: number | undefined;
}

/**
 * Puts the arguments of a template's call in the order of the parameters, with Python's TypeErrors.
 *
 * @param parameters - `"a"` is required, `"b=None"` has a default (None, True, False, an integer or
 *   a quoted text), `"c="` gives MISSING when left out, `"*rest"` collects an array of further
 *   values, `"**rest"` a Map of further names.
 * @example const [name, fallback] = bindArguments("var", ["name", "default=None"], args);
 */
export function bindArguments(
  name: string,
  parameters: readonly string[],
  args: CallArguments,
): unknown[] {
  const signature = signatureOf(parameters);
  const values = bindPositional(name, signature, args.positional);
  bindNamed(name, signature, args.named, values);
  const missing = signature.parameters.filter(
    (parameter, index) => parameter.required && values[index] === undefined,
  );
  if (missing.length > 0) throw missingArguments(name, missing);
  // None is a value that was given; only what was left out falls back.
  return signature.parameters
    .map((parameter, index) => (values[index] === undefined ? parameter.fallback : values[index]))
    .concat(values.slice(signature.parameters.length));
}

function bindPositional(name: string, signature: Signature, given: readonly unknown[]): unknown[] {
  const count = signature.parameters.length;
  const values: unknown[] = given.slice(0, count);
  values.length = count;
  if (signature.rest !== undefined) values[signature.rest] = given.slice(count);
  else if (given.length > count) throw tooMany(name, signature, given.length);
  return values;
}

function bindNamed(
  name: string,
  signature: Signature,
  named: ReadonlyMap<string, unknown>,
  values: unknown[],
): void {
  const rest = new Map<string, unknown>();
  for (const [key, value] of named) {
    const index = signature.parameters.findIndex((parameter) => parameter.name === key);
    if (index < 0) rest.set(key, value);
    else if (values[index] === undefined) values[index] = value;
    else throw pythonError("TypeError", `${name}() got multiple values for argument '${key}'`);
  }
  if (signature.namedRest !== undefined) values[signature.namedRest] = rest;
  else if (rest.size > 0) {
    const unknownName = [...rest.keys()][0] ?? "";
    throw pythonError("TypeError", `${name}() got an unexpected keyword argument '${unknownName}'`);
  }
}

function tooMany(name: string, { parameters }: Signature, given: number): EngineError {
  const required = parameters.filter((parameter) => parameter.required).length;
  const most = parameters.length;
  const takes = required === most ? String(most) : `from ${String(required)} to ${String(most)}`;
  const plural = most === 1 && required === most ? "" : "s";
  const were = given === 1 ? "was" : "were";
  return pythonError(
    "TypeError",
    `${name}() takes ${takes} positional argument${plural} but ${String(given)} ${were} given`,
  );
}

function missingArguments(name: string, missing: readonly Parameter[]): EngineError {
  const names = missing.map((parameter) => `'${parameter.name}'`);
  const last = names.pop() ?? "";
  const separator = names.length > 1 ? ", and " : " and ";
  const listed = names.length === 0 ? last : names.join(", ") + separator + last;
  const count = missing.length;
  return pythonError(
    "TypeError",
    `${name}() missing ${String(count)} required positional argument${count === 1 ? "" : "s"}: ${listed}`,
  );
}

const signatures = new Map<string, Signature>();

function signatureOf(texts: readonly string[]): Signature {
  const key = texts.join();
  const known = signatures.get(key);
  if (known !== undefined) return known;
  const parameters = texts.filter((text) => !text.startsWith("*")).map(readParameter);
  const restAt = texts.some((text) => /^\*[^*]/.test(text)) ? parameters.length : undefined;
  const namedAt = parameters.length + (restAt === undefined ? 0 : 1);
  const hasNamed = texts.some((text) => text.startsWith("**"));
  const signature = { parameters, rest: restAt, namedRest: hasNamed ? namedAt : undefined };
  signatures.set(key, signature);
  return signature;
}

function readParameter(text: string): Parameter {
  const at = text.indexOf("=");
  if (at < 0) return { name: text, required: true, fallback: undefined };
  return { name: text.slice(0, at), required: false, fallback: readDefault(text.slice(at + 1)) };
}

const CONSTANTS = new Map<string, unknown>([
  ["", MISSING],
  ["None", null],
  ["True", true],
  ["False", false],
]);

function readDefault(text: string): unknown {
  if (CONSTANTS.has(text)) return CONSTANTS.get(text);
  return /^-?\d+$/.test(text) ? Number(text) : text.replace(/^(['"])(.*)\1$/, "$2");
}

import { sqlArgumentCount, sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import type { Call } from "../../functions/function-spec.ts";
import {
  instantiate,
  matchPattern,
  targetType,
  type Bindings,
  type MatchMode,
} from "../../functions/match-pattern.ts";
import { readOverload, type Overload, type Pattern } from "../../functions/signature.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { UNKNOWN, VOID } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import { emitLambda } from "./emit-lambda.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

/** A call written by the first overload that takes the arguments. */
export function applyOverloads(texts: readonly string[], call: Call, scope: Scope): TypedSql {
  const overloads = texts.map(readOverload);
  const args = call.args.map((arg) =>
    arg.kind === "lambda" ? undefined : scope.emitter.emitExpression(arg, scope),
  );
  const fitting = overloads.filter((overload) => takesCount(overload, args.length));
  if (fitting.length === 0) throw wrongCount(overloads, call, scope);
  for (const mode of ["exact", "cast"] as const) {
    for (const overload of fitting) {
      const bindings = bindArguments(overload, args, call, mode);
      if (bindings !== undefined) return write(overload, { args, call, scope, bindings });
    }
  }
  const given = args
    .map((arg) => (arg === undefined ? "a lambda" : sparkTypeText(arg.type)))
    .join(", ");
  const what = `the function "${call.name.at(-1)}"`;
  throw sqlTypeMismatch(what, `does not take (${given})`, scope.emitter.place(call.at));
}

function takesCount(overload: Overload, count: number): boolean {
  return count >= overload.required && (overload.variadic || count <= overload.parameters.length);
}

function wrongCount(overloads: readonly Overload[], call: Call, scope: Scope): Error {
  const counts = overloads.map((overload) => {
    const most = overload.parameters.length;
    if (overload.variadic) return `at least ${overload.required}`;
    return overload.required === most ? `${most}` : `${overload.required} to ${most}`;
  });
  const expected = `${[...new Set(counts)].join(" or ")} argument(s)`;
  return sqlArgumentCount(
    call.name.join("."),
    call.args.length,
    expected,
    scope.emitter.place(call.at),
  );
}

function patternAt(overload: Overload, index: number): Pattern | undefined {
  return overload.parameters[Math.min(index, overload.parameters.length - 1)];
}

function bindArguments(
  overload: Overload,
  args: readonly (TypedSql | undefined)[],
  call: Call,
  mode: MatchMode,
): Bindings | undefined {
  const bindings: Bindings = new Map();
  const fits = args.every((arg, index) => {
    const pattern = patternAt(overload, index);
    if (pattern === undefined) return false;
    if (arg === undefined) return takesLambda(pattern, call.args[index]);
    return matchPattern(pattern, arg.type, bindings, mode);
  });
  return fits ? bindings : undefined;
}

function takesLambda(pattern: Pattern, node: Call["args"][number] | undefined): boolean {
  if (pattern.kind !== "lambda" || node?.kind !== "lambda") return false;
  return node.parameters.length <= pattern.parameters.length;
}

interface Application {
  readonly args: readonly (TypedSql | undefined)[];
  readonly call: Call;
  readonly scope: Scope;
  readonly bindings: Bindings;
}

function write(overload: Overload, application: Application): TypedSql {
  const { args, call, scope, bindings } = application;
  const written = args.map((arg, index) => {
    const pattern = patternAt(overload, index);
    const node = call.args[index];
    if (arg === undefined && pattern?.kind === "lambda" && node?.kind === "lambda") {
      return emitLambda(node, pattern, bindings, scope);
    }
    const value = arg ?? atom("NULL", VOID);
    const target = pattern === undefined ? undefined : targetType(pattern, value.type, bindings);
    return target === undefined || target.kind === "unknown"
      ? value
      : castTo(value, target, { scope, at: call.at });
  });
  const type = resultType(overload, written, bindings);
  return atom(fillTemplate(overload.template, written), type);
}

/** A class as the result (`numeric`) is the type of the first argument that has it. */
function resultType(
  overload: Overload,
  written: readonly TypedSql[],
  bindings: Bindings,
): TypedSql["type"] {
  const { result } = overload;
  if (result.kind !== "class") return instantiate(result, bindings) ?? VOID;
  const index = overload.parameters.findIndex(
    (parameter) => parameter.kind === "class" && parameter.name === result.name,
  );
  return written[index]?.type ?? UNKNOWN;
}

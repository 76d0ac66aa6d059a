import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { castTo } from "../../generator/cast/cast.ts";
import { withLambda, type Scope } from "../../generator/scope/scope.ts";
import { atom, type TypedSql } from "../../generator/scope/typed-sql.ts";
import type { Expression } from "../../tree/expression.ts";
import { mapExpression } from "../../tree/map-expression.ts";
import { duckType } from "../../types/duck-type.ts";
import { sameType, UNKNOWN } from "../../types/spark-types.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

type Lambda = Extract<Expression, { kind: "lambda" }>;

/**
 * aggregate(array, start, merge[, finish]), also called reduce.
 *
 * DuckDB's list_reduce wants one type for the accumulator and the elements, and reads values captured
 * from outside from the wrong row. So elements, accumulator and captured values travel in one struct,
 * unless the types are equal and nothing is captured.
 */
export const reduceFunction: SpecialFunction = (call, scope) => {
  const [list, start, merge, finish] = call.args;
  if (
    list === undefined ||
    start === undefined ||
    merge?.kind !== "lambda" ||
    merge.parameters.length !== 2
  ) {
    const problem =
      "takes an array, a start value, a lambda of two parameters, and maybe one to finish";
    throw sqlTypeMismatch(
      `the function "${call.name.join(".")}"`,
      problem,
      scope.emitter.place(call.at),
    );
  }
  const reduced = reduce(
    call,
    {
      list: scope.emitter.emitExpression(list, scope),
      start: scope.emitter.emitExpression(start, scope),
      merge,
    },
    scope,
  );
  return finish === undefined ? reduced : finished(reduced, finish, call, scope);
};

interface Reduction {
  readonly list: TypedSql;
  readonly start: TypedSql;
  readonly merge: Lambda;
}

function reduce(call: Call, { list, start, merge }: Reduction, scope: Scope): TypedSql {
  const element = list.type.kind === "array" ? list.type.element : UNKNOWN;
  const { body, captured } = packCaptured(merge, scope);
  if (captured.length === 0 && sameType(element, start.type)) {
    const merged = emitMerge(
      call,
      {
        body,
        merge,
        bind: (index) => atom(merge.parameters[index] ?? "", start.type),
        target: start,
      },
      scope,
    );
    return atom(
      `list_reduce(${list.sql}, lambda ${merge.parameters.join(", ")}: ${merged.sql}, ${start.sql})`,
      start.type,
    );
  }
  const state = scope.emitter.freshName("s");
  const each = scope.emitter.freshName("e");
  const outer = captured.map(
    (value, index) => [`c${index}`, atom(`${each}.c${index}`, value.type)] as const,
  );
  const inner: Scope = withLambda(
    scope,
    new Map(outer.map(([name, value]) => [`\0${name}`, value])),
  );
  const bind = (index: number): TypedSql =>
    index === 0 ? atom(`${state}.a`, start.type) : atom(`${each}.x`, element);
  const merged = emitMerge(call, { body, merge, bind, target: start }, inner);
  const fields = captured.map((value, index) => `c${index} := ${value.sql}`);
  const passed = captured.map((_value, index) => `c${index} := ${each}.c${index}`);
  const empty = captured.map(
    (value, index) => `c${index} := CAST(NULL AS ${duckType(value.type)})`,
  );
  const item = scope.emitter.freshName("i");
  const wrapped = `list_transform(${list.sql}, lambda ${item}: struct_pack(${[`a := CAST(NULL AS ${duckType(start.type)})`, `x := ${item}`, ...fields].join(", ")}))`;
  const next = `struct_pack(${[`a := ${merged.sql}`, `x := ${each}.x`, ...passed].join(", ")})`;
  const first = `struct_pack(${[`a := ${start.sql}`, `x := CAST(NULL AS ${duckType(element)})`, ...empty].join(", ")})`;
  return atom(
    `struct_extract(list_reduce(${wrapped}, lambda ${state}, ${each}: ${next}, ${first}), 'a')`,
    start.type,
  );
}

interface Merge {
  readonly body: Expression;
  readonly merge: Lambda;
  readonly bind: (index: number) => TypedSql;
  readonly target: TypedSql;
}

function emitMerge(call: Call, { body, merge, bind, target }: Merge, scope: Scope): TypedSql {
  const parameters = new Map(
    merge.parameters.map((name, index) => [name.toLowerCase(), bind(index)] as const),
  );
  const value = scope.emitter.emitExpression(body, withLambda(scope, parameters));
  return castTo(value, target.type, { scope, at: call.at });
}

/** The merge body with every name from outside replaced, and the values that those names stand for. */
function packCaptured(
  merge: Lambda,
  scope: Scope,
): { body: Expression; captured: readonly TypedSql[] } {
  const captured: TypedSql[] = [];
  const change =
    (own: ReadonlySet<string>) =>
    (node: Expression): Expression | undefined => {
      if (node.kind === "lambda") {
        const names = new Set([...own, ...node.parameters.map((name) => name.toLowerCase())]);
        return { ...node, body: mapExpression(node.body, change(names)) };
      }
      if (node.kind !== "column" || own.has((node.parts[0] ?? "").toLowerCase())) return undefined;
      captured.push(scope.emitter.emitExpression(node, scope));
      return { kind: "column", parts: [`\0c${captured.length - 1}`], at: node.at };
    };
  const own = new Set(merge.parameters.map((name) => name.toLowerCase()));
  return { body: mapExpression(merge.body, change(own)), captured };
}

function finished(reduced: TypedSql, finish: Expression, call: Call, scope: Scope): TypedSql {
  if (finish.kind !== "lambda" || finish.parameters.length !== 1) {
    const problem = "takes a lambda of one parameter as its last argument";
    throw sqlTypeMismatch(
      `the function "${call.name.join(".")}"`,
      problem,
      scope.emitter.place(call.at),
    );
  }
  const name = scope.emitter.freshName("r");
  const bound = new Map([[(finish.parameters[0] ?? "").toLowerCase(), atom(name, reduced.type)]]);
  const value = scope.emitter.emitExpression(finish.body, withLambda(scope, bound));
  return atom(
    `list_extract(list_transform([${reduced.sql}], lambda ${name}: ${value.sql}), 1)`,
    value.type,
  );
}

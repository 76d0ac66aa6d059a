import { sqlArgumentCount, sqlTypeMismatch } from "../../errors/sql-errors.ts";
import { castTo } from "../generator/cast/cast.ts";
import type { Scope } from "../generator/scope/scope.ts";
import { nullSql, type TypedSql } from "../generator/scope/typed-sql.ts";
import { sparkTypeText, type SparkType } from "../spark-type.ts";
import type { Call } from "./function-spec.ts";

/** The arguments as DuckDB SQL; the count must be between `least` and `most`. */
export function emitArguments(
  call: Call,
  scope: Scope,
  least: number,
  most: number = least,
): readonly TypedSql[] {
  if (call.args.length < least || call.args.length > most) {
    const expected =
      least === most
        ? `${least} argument(s)`
        : most === Infinity
          ? `at least ${least} argument(s)`
          : `${least} to ${most} arguments`;
    throw sqlArgumentCount(
      call.name.join("."),
      call.args.length,
      expected,
      scope.emitter.place(call.at),
    );
  }
  return call.args.map((arg) => scope.emitter.emitExpression(arg, scope));
}

/** The argument at an index, NULL where it is not given. */
export function argumentAt(args: readonly TypedSql[], index: number): TypedSql {
  return args[index] ?? nullSql();
}

export function castArgument(value: TypedSql, type: SparkType, call: Call, scope: Scope): TypedSql {
  return castTo(value, type, { scope, at: call.at });
}

/** The error for an argument whose type the function does not take. */
export function wrongArgument(call: Call, value: TypedSql, scope: Scope): Error {
  const what = `the function "${call.name.join(".")}"`;
  return sqlTypeMismatch(
    what,
    `does not take ${sparkTypeText(value.type)}`,
    scope.emitter.place(call.at),
  );
}

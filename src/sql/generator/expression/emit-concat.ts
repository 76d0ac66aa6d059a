import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { widerTypeOf } from "../../types/common-type.ts";
import { STRING } from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, compound, operand, type TypedSql } from "../scope/typed-sql.ts";

/** `||` and concat: arrays, binaries, or anything else as strings; NULL makes the whole NULL. */
export function emitConcat(parts: readonly TypedSql[], scope: Scope, at: number): TypedSql {
  const [only] = parts;
  if (only === undefined) return atom("''", STRING);
  const where = { scope, at };
  const isList = parts.some((part) => part.type.kind === "array");
  const isBinary = parts.every((part) => part.type.kind === "binary");
  const type = isList ? widerTypeOf(parts.map((part) => part.type)) : isBinary ? only.type : STRING;
  if (type === undefined || (isList && type.kind !== "array")) {
    const types = parts.map((part) => sparkTypeText(part.type)).join(", ");
    throw sqlTypeMismatch(
      'the function "concat"',
      `does not take ${types}`,
      scope.emitter.place(at),
    );
  }
  if (parts.length === 1) return castTo(only, type, where);
  return compound(parts.map((part) => operand(castTo(part, type, where))).join(" || "), type);
}

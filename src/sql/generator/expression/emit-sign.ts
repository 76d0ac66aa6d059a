import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { sparkTypeText } from "../../spark-type.ts";
import {
  DOUBLE,
  INT,
  isIntegral,
  isInterval,
  isNumeric,
  isText,
  isUnknown,
} from "../../types/spark-types.ts";
import { castTo } from "../cast/cast.ts";
import { negateWholeNumber } from "./emit-whole-numbers.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, compound, operand, type TypedSql } from "../scope/typed-sql.ts";

/** `-x`, `+x`, `~x` */
export function emitSign(op: "-" | "+" | "~", value: TypedSql, scope: Scope, at: number): TypedSql {
  const number = signOperand(op, value, { scope, at });
  switch (op) {
    case "+":
      return number;
    case "~":
      return compound(`~${operand(number)}`, number.type);
    case "-": {
      if (isIntegral(number.type)) return negateWholeNumber(number);
      const negated = `-${operand(number)}`;
      return isInterval(number.type)
        ? atom(`(${negated})`, number.type)
        : compound(negated, number.type);
    }
  }
}

/** Numbers and intervals as they are, strings and NULL as numbers; `~` takes whole numbers only. */
function signOperand(op: string, value: TypedSql, where: { scope: Scope; at: number }): TypedSql {
  const { type } = value;
  if (isText(type) || type.kind === "void") return castTo(value, op === "~" ? INT : DOUBLE, where);
  const fits = op === "~" ? isIntegral(type) : isNumeric(type) || isInterval(type);
  if (fits || isUnknown(type)) return value;
  const problem = `does not take ${sparkTypeText(type)}`;
  throw sqlTypeMismatch(`the operator "${op}"`, problem, where.scope.emitter.place(where.at));
}

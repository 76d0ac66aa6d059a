import { pythonError } from "../../errors/jinja-errors.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { BinaryOperator } from "../host-object.ts";
import { floatOperation } from "./float-arithmetic.ts";
import { normalInt } from "./numbers.ts";

type Int = number | bigint;

/** Arithmetic of two Python integers: exact, without limit; `/` and negative powers give floats. */
export function intOperation(operator: BinaryOperator, left: Int, right: Int): unknown {
  switch (operator) {
    case "+":
    case "-":
    case "*":
      return ringOperation(operator, left, right);
    case "/":
      return trueDivision(left, right);
    case "//":
      return floorDivision(left, right);
    case "%":
      return modulo(left, right);
    case "**":
      return power(left, right);
  }
}

function ringOperation(operator: "+" | "-" | "*", left: Int, right: Int): Int {
  if (typeof left === "number" && typeof right === "number") {
    const fast = operator === "+" ? left + right : operator === "-" ? left - right : left * right;
    if (Number.isSafeInteger(fast)) return fast === 0 ? 0 : fast;
  }
  const [a, b] = [BigInt(left), BigInt(right)];
  return normalInt(operator === "+" ? a + b : operator === "-" ? a - b : a * b);
}

function trueDivision(left: Int, right: Int): PyFloat {
  if (right == 0) throw pythonError("ZeroDivisionError", "division by zero");
  return new PyFloat(Number(left) / Number(right));
}

function floorDivision(left: Int, right: Int): Int {
  if (right == 0) throw pythonError("ZeroDivisionError", "integer division or modulo by zero");
  const [a, b] = [BigInt(left), BigInt(right)];
  const quotient = a / b;
  return normalInt(a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient);
}

function modulo(left: Int, right: Int): Int {
  if (right == 0) throw pythonError("ZeroDivisionError", "integer modulo by zero");
  const [a, b] = [BigInt(left), BigInt(right)];
  const remainder = a % b;
  return normalInt(remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder);
}

function power(base: Int, exponent: Int): unknown {
  if (exponent < 0) return floatOperation("**", Number(base), Number(exponent));
  return normalInt(BigInt(base) ** BigInt(exponent));
}

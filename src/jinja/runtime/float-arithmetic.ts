import { pythonError } from "../../errors/jinja-errors.ts";
import { PyFloat } from "../../util/python-values.ts";
import type { BinaryOperator } from "../host-object.ts";

/** Arithmetic of two Python floats: IEEE, with Python's floor division, modulo and errors. */
export function floatOperation(operator: BinaryOperator, left: number, right: number): PyFloat {
  switch (operator) {
    case "+":
      return new PyFloat(left + right);
    case "-":
      return new PyFloat(left - right);
    case "*":
      return new PyFloat(left * right);
    case "/":
      if (right === 0) throw pythonError("ZeroDivisionError", "float division by zero");
      return new PyFloat(left / right);
    case "//":
      if (right === 0) throw pythonError("ZeroDivisionError", "float floor division by zero");
      return new PyFloat(floorQuotient(left, right));
    case "%":
      if (right === 0) throw pythonError("ZeroDivisionError", "float modulo");
      return new PyFloat(floatModulo(left, right));
    case "**":
      return new PyFloat(floatPower(left, right));
  }
}

/** The remainder has the sign of the divisor. */
function floatModulo(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return remainder < 0 !== right < 0 ? remainder + right : remainder;
}

/** CPython divides what is left after the modulo, so that `//` and `%` agree. */
function floorQuotient(left: number, right: number): number {
  const exact = (left - floatModulo(left, right)) / right;
  const floor = Math.floor(exact);
  return exact - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) {
    throw pythonError("ZeroDivisionError", "0.0 cannot be raised to a negative power");
  }
  const result = base === 1 ? 1 : base ** exponent;
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(exponent)) {
    if (Number.isNaN(result)) throw pythonError("ValueError", "complex numbers are not supported");
    throw pythonError("OverflowError", "(34, 'Numerical result out of range')");
  }
  return result;
}

import { pythonError } from "../errors/jinja-errors.ts";
import type { EngineError } from "../errors/engine-error.ts";
import { PyFloat } from "../util/python-values.ts";
import { HOST, isHostObject, type BinaryOperator } from "./host-object.ts";
import { PyTuple } from "./py-tuple.ts";
import { pythonTypeName } from "./python-types.ts";
import { MISSING } from "./scope.ts";
import { UndefinedValue } from "./undefined-value.ts";
import { floatOperation } from "./runtime/float-arithmetic.ts";
import { intOperation } from "./runtime/int-arithmetic.ts";
import { asIndex, asNumber } from "./runtime/numbers.ts";
import { percentFormat } from "./runtime/percent-format.ts";
import { setDifference } from "./runtime/set-operations.ts";

/** Python's `left + right`. */
export function add(left: unknown, right: unknown): unknown {
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (Number.isSafeInteger(sum) && Number.isInteger(left)) return sum;
  }
  return binary("+", left, right);
}

/** Python's arithmetic operators on any two values. */
export function binary(operator: BinaryOperator, left: unknown, right: unknown): unknown {
  if (operator === "%" && typeof left === "string") return percentFormat(left, right);
  const leftNumber = asNumber(left);
  const rightNumber = leftNumber && asNumber(right);
  if (leftNumber && rightNumber) {
    return leftNumber.kind === "int" && rightNumber.kind === "int"
      ? intOperation(operator, leftNumber.value, rightNumber.value)
      : floatOperation(operator, Number(leftNumber.value), Number(rightNumber.value));
  }
  const result = sequenceOperation(operator, left, right);
  return result === MISSING ? hostOperation(operator, left, right) : result;
}

function sequenceOperation(operator: BinaryOperator, left: unknown, right: unknown): unknown {
  if (operator === "+") return concatenate(left, right);
  if (operator === "*") return repeat(left, asIndex(right), repeat(right, asIndex(left), MISSING));
  return operator === "-" ? setDifference(left, right) : MISSING;
}

function concatenate(left: unknown, right: unknown): unknown {
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (Array.isArray(left) && Array.isArray(right))
    return [...(left as unknown[]), ...(right as unknown[])];
  if (left instanceof PyTuple && right instanceof PyTuple) {
    return new PyTuple([...left.items, ...right.items]);
  }
  return MISSING;
}

function repeat(sequence: unknown, times: number | undefined, otherwise: unknown): unknown {
  if (times === undefined) return otherwise;
  const count = Math.max(0, times);
  if (typeof sequence === "string") return sequence.repeat(count);
  if (Array.isArray(sequence)) return repeatItems(sequence, count);
  if (sequence instanceof PyTuple) return new PyTuple(repeatItems(sequence.items, count));
  return otherwise;
}

function repeatItems(items: readonly unknown[], times: number): unknown[] {
  return Array.from({ length: times }, () => items).flat();
}

function hostOperation(operator: BinaryOperator, left: unknown, right: unknown): unknown {
  if (left instanceof UndefinedValue) throw left.error();
  if (right instanceof UndefinedValue) throw right.error();
  if (isHostObject(left)) {
    const result = left[HOST].binary?.(operator, right, false) ?? MISSING;
    if (result !== MISSING) return result;
  }
  if (isHostObject(right)) {
    const result = right[HOST].binary?.(operator, left, true) ?? MISSING;
    if (result !== MISSING) return result;
  }
  throw unsupported(operator, left, right);
}

function unsupported(operator: BinaryOperator, left: unknown, right: unknown): EngineError {
  const [leftType, rightType] = [pythonTypeName(left), pythonTypeName(right)];
  const sequences = ["str", "list", "tuple"];
  if (operator === "+" && leftType === "str") {
    return pythonError("TypeError", `can only concatenate str (not "${rightType}") to str`);
  }
  if (operator === "+" && sequences.includes(leftType)) {
    return pythonError(
      "TypeError",
      `can only concatenate ${leftType} (not "${rightType}") to ${leftType}`,
    );
  }
  if (operator === "*" && (sequences.includes(leftType) || sequences.includes(rightType))) {
    const other = sequences.includes(leftType) ? rightType : leftType;
    return pythonError("TypeError", `can't multiply sequence by non-int of type '${other}'`);
  }
  const shown = operator === "**" ? "** or pow()" : operator;
  return pythonError(
    "TypeError",
    `unsupported operand type(s) for ${shown}: '${leftType}' and '${rightType}'`,
  );
}

/** Python's `-value`. */
export function negate(value: unknown): unknown {
  const number = asNumber(value);
  if (number?.kind === "float") return new PyFloat(-number.value);
  if (number) return number.value === 0 ? 0 : -number.value;
  if (value instanceof UndefinedValue) throw value.error();
  const negated = isHostObject(value) ? value[HOST].negate?.() : undefined;
  if (negated !== undefined) return negated;
  throw pythonError("TypeError", `bad operand type for unary -: '${pythonTypeName(value)}'`);
}

/** Python's `+value`. */
export function positive(value: unknown): unknown {
  const number = asNumber(value);
  if (number) return number.kind === "float" ? new PyFloat(number.value) : number.value;
  if (value instanceof UndefinedValue) throw value.error();
  throw pythonError("TypeError", `bad operand type for unary +: '${pythonTypeName(value)}'`);
}

import { pythonError } from "../errors/jinja-errors.ts";
import {
  hostObject,
  isHostObject,
  type BinaryOperator,
  type HostObject,
} from "../jinja/host-object.ts";
import { MISSING } from "../jinja/scope.ts";
import { PyFloat } from "../util/python-values.ts";
import {
  add,
  compare,
  decimalOf,
  decimalTextOf,
  divide,
  divideWhole,
  multiply,
  negate,
  remainder,
  subtract,
  type Decimal,
} from "./decimal/decimal-arithmetic.ts";
import { pythonDecimalText } from "./decimal/decimal-text.ts";

/** Python's Decimal: what numbers of query results and seeds are. `decimal` is its `str()`. */
export type DecimalObject = HostObject & { readonly decimal: string };

export function isDecimalObject(value: unknown): value is DecimalObject {
  return isHostObject(value) && "decimal" in value;
}

/** @param text - digits with a point, a sign and an exponent as they come; `nan`, `inf` */
export function decimalObject(text: string): DecimalObject {
  const decimal = pythonDecimalText(text);
  return hostObject(
    {
      typeName: "decimal.Decimal",
      str: () => decimal,
      repr: () => `Decimal('${decimal}')`,
      truth: () => Number(decimal) !== 0,
      toNumber: () => toNumber(decimal),
      equals: (other) => order(decimal, other) === 0,
      compare: (other) => order(decimal, other),
      negate: () => {
        const value = decimalOf(decimal);
        return value ? decimalObject(decimalTextOf(negate(value))) : decimalObject(`-${decimal}`);
      },
      binary: (operator, other, reflected) => calculate(operator, decimal, other, reflected),
      hashKey: () => decimal,
    },
    { decimal },
  );
}

/** Whole numbers are int, so that `| int` keeps all digits; others are float. */
function toNumber(decimal: string): unknown {
  const number = Number(decimal);
  return Number.isSafeInteger(number) ? number : new PyFloat(number);
}

/** The other side as a Decimal. Python refuses to reckon with floats, and compares with them. */
function operandText(value: unknown, floats: boolean): string | undefined {
  if (isDecimalObject(value)) return value.decimal;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  return floats && value instanceof PyFloat ? String(value.value) : undefined;
}

function order(decimal: string, other: unknown): number | undefined {
  const text = operandText(other, true);
  if (text === undefined) return undefined;
  const [left, right] = [decimalOf(decimal), decimalOf(text)];
  if (left && right) return compare(left, right);
  const difference = Number(decimal) - Number(text);
  return Number.isNaN(difference) ? undefined : Math.sign(difference);
}

function calculate(
  operator: BinaryOperator,
  decimal: string,
  other: unknown,
  reflected: boolean,
): unknown {
  const text = operandText(other, false);
  if (text === undefined) return MISSING;
  const [mine, theirs] = [decimalOf(decimal), decimalOf(text)];
  if (!mine || !theirs) return decimalObject("NaN");
  const [left, right] = reflected ? [theirs, mine] : [mine, theirs];
  if (DIVISIONS.has(operator) && right.coefficient === 0n) {
    throw pythonError("ZeroDivisionError", "[<class 'decimal.DivisionByZero'>]");
  }
  if (operator === "**") return power(left, right);
  return decimalObject(decimalTextOf(OPERATIONS[operator](left, right)));
}

const DIVISIONS: ReadonlySet<BinaryOperator> = new Set(["/", "//", "%"]);

type Operation = (left: Decimal, right: Decimal) => Decimal;

const OPERATIONS: Readonly<Record<Exclude<BinaryOperator, "**">, Operation>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
  "//": divideWhole,
  "%": remainder,
};

/** Whole powers exactly; others as a float has them. */
function power(base: Decimal, exponent: Decimal): DecimalObject {
  const times = Number(decimalTextOf(exponent));
  if (!Number.isInteger(times) || times < 0 || times > 1000) {
    return decimalObject(String(Number(decimalTextOf(base)) ** times));
  }
  let result: Decimal = { coefficient: 1n, exponent: 0 };
  for (let step = 0; step < times; step += 1) result = multiply(result, base);
  return decimalObject(decimalTextOf(result));
}

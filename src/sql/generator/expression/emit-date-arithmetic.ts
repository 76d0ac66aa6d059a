import {
  DATE,
  DAY_TIME,
  DOUBLE,
  isAnsiInterval,
  isDateTime,
  isIntegral,
  isInterval,
  isNumeric,
  isText,
  isTimestamp,
  STRING,
  TIMESTAMP,
  TIMESTAMP_NTZ,
  YEAR_MONTH,
} from "../../types/spark-types.ts";
import type { SparkType } from "../../spark-type.ts";
import { widerType } from "../../types/common-type.ts";
import { castTo } from "../cast/cast.ts";
import { isOn } from "../scope/session-conf.ts";
import type { Operands } from "./emit-arithmetic.ts";
import { atom, compound, operand, type TypedSql } from "../scope/typed-sql.ts";

const DAY: SparkType = { kind: "day-time", from: "day", to: "day" };

/** Operators on dates, timestamps and intervals; undefined where Spark has none for the types. */
export function emitDateArithmetic(op: string, operands: Operands): TypedSql | undefined {
  const typed = { ...operands, ...typedNulls(op, operands) };
  switch (op) {
    case "*":
    case "/":
    case "div":
      return scaleInterval(op, typed);
    case "+":
    case "-":
      return addOrSubtract(op, typed);
    default:
      return undefined;
  }
}

function addOrSubtract(op: "+" | "-", operands: Operands): TypedSql | undefined {
  const { left, right } = operands;
  if (isInterval(left.type) && isInterval(right.type)) return addIntervals(op, operands);
  if (isInterval(right.type)) return moveMoment(op, left, right, operands);
  if (isInterval(left.type)) return op === "+" ? moveMoment(op, right, left, operands) : undefined;
  const areMoments = isDateTime(left.type) && isDateTime(right.type);
  if (areMoments) return op === "-" ? difference(operands) : undefined;
  return moveByDays(op, operands);
}

/** NULL beside a date is a number of days; beside an interval or timestamp, an interval. */
function typedNulls(op: string, operands: Operands): Pick<Operands, "left" | "right"> {
  const { scope, at } = operands;
  const typed = (value: TypedSql, other: TypedSql): TypedSql => {
    if (value.type.kind !== "void") return value;
    if (op === "*" || op === "/" || op === "div") return castTo(value, DOUBLE, { scope, at });
    if (isInterval(other.type)) return castTo(value, other.type, { scope, at });
    const isDays = other.type.kind === "date" && op === "+";
    return castTo(value, isDays ? { kind: "int" } : other.type, { scope, at });
  };
  return {
    left: typed(operands.left, operands.right),
    right: typed(operands.right, operands.left),
  };
}

function addIntervals(op: string, { left, right }: Operands): TypedSql | undefined {
  const type =
    left.type.kind === "interval" && right.type.kind === "interval"
      ? left.type
      : widerType(left.type, right.type);
  return type === undefined
    ? undefined
    : compound(`${operand(left)} ${op} ${operand(right)}`, type);
}

/** A date stays a date by whole days and months; otherwise it becomes a timestamp. */
function moveMoment(
  op: string,
  moment: TypedSql,
  interval: TypedSql,
  { scope, at }: Operands,
): TypedSql | undefined {
  if (isText(moment.type)) {
    const value = castTo(moment, TIMESTAMP, { scope, at });
    const moved = compound(`${operand(value)} ${op} ${operand(interval)}`, TIMESTAMP);
    return castTo(moved, STRING, { scope, at });
  }
  if (moment.type.kind === "date") {
    const isWholeDays = interval.type.kind === "day-time" && interval.type.to === "day";
    if (isWholeDays || interval.type.kind !== "day-time") {
      return atom(`CAST(${operand(moment)} ${op} ${operand(interval)} AS DATE)`, DATE);
    }
    return compound(`CAST(${moment.sql} AS TIMESTAMPTZ) ${op} ${operand(interval)}`, TIMESTAMP);
  }
  if (!isTimestamp(moment.type)) return undefined;
  return compound(`${operand(moment)} ${op} ${operand(interval)}`, moment.type);
}

function difference({ left, right, scope, at }: Operands): TypedSql {
  if (isOn(scope, "spark.sql.legacy.interval.enabled")) {
    throw scope.emitter.notSupported(
      "subtracting dates with spark.sql.legacy.interval.enabled",
      at,
    );
  }
  if (left.type.kind === "date" && right.type.kind === "date") {
    return atom(`to_days(CAST(${operand(left)} - ${operand(right)} AS INTEGER))`, DAY);
  }
  const type = widerType(left.type, right.type) ?? TIMESTAMP;
  // Spark subtracts what the clocks on the wall show, so a change to summer time does not count.
  const local = (value: TypedSql): string =>
    castTo(castTo(value, type, { scope, at }), TIMESTAMP_NTZ, { scope, at }).sql;
  return atom(`to_microseconds(epoch_us(${local(left)}) - epoch_us(${local(right)}))`, DAY_TIME);
}

/** `date + 1`, `1 + date`, `date - 1`; `date - '2020-01-01'` */
function moveByDays(op: string, operands: Operands): TypedSql | undefined {
  const { left, right, scope, at } = operands;
  if (op === "-" && isText(left.type) && right.type.kind === "date") {
    return difference({ ...operands, left: castTo(left, right.type, { scope, at }) });
  }
  const isForward =
    left.type.kind === "date" && isIntegral(right.type) && right.type.kind !== "bigint";
  const isBackward =
    op === "+" &&
    right.type.kind === "date" &&
    isIntegral(left.type) &&
    left.type.kind !== "bigint";
  return isForward || isBackward
    ? compound(`${operand(left)} ${op} ${operand(right)}`, DATE)
    : undefined;
}

/** `interval * 2`, `2 * interval`, `interval / 2` */
function scaleInterval(op: string, operands: Operands): TypedSql | undefined {
  const { left, right } = operands;
  if (op === "div") return divideIntervals(operands);
  if (isAnsiInterval(left.type) && isScalable(right.type)) return scaled(op, left, right);
  if (op === "*" && isAnsiInterval(right.type) && isScalable(left.type))
    return scaled(op, right, left);
  const [interval, number] = isInterval(left.type) ? [left, right] : [right, left];
  if (interval.type.kind !== "interval" || !isScalable(number.type)) return undefined;
  return atom(
    `sp_scale_interval(${interval.sql}, CAST(${number.sql} AS DOUBLE), '${op}')`,
    interval.type,
  );
}

function isScalable(type: SparkType): boolean {
  return isNumeric(type) || isText(type);
}

function scaled(op: string, interval: TypedSql, number: TypedSql): TypedSql {
  const isMonths = interval.type.kind === "year-month";
  const factor = isText(number.type) ? `sp_string_to_double(${number.sql})` : operand(number);
  const amount = isMonths ? `sp_months_of(${interval.sql})` : `sp_micros_of(${interval.sql})`;
  const value = scaledAmount(op, amount, number, factor);
  return isMonths
    ? atom(`to_months(CAST(${value} AS INTEGER))`, YEAR_MONTH)
    : atom(`to_microseconds(CAST(${value} AS BIGINT))`, DAY_TIME);
}

/** Whole numbers scale exactly, halves away from zero; a division by zero is an error even with ANSI off. */
function scaledAmount(op: string, amount: string, number: TypedSql, factor: string): string {
  if (op === "*") {
    return isIntegral(number.type)
      ? `${amount} * ${factor}`
      : `sp_round_half_up(${amount} * ${factor})`;
  }
  const divisor = `sp_interval_divisor(${factor})`;
  if (!isIntegral(number.type)) return `sp_round_half_up(${amount} / ${divisor})`;
  return `sp_divide_half_up(CAST(${amount} AS HUGEINT), CAST(${divisor} AS HUGEINT))`;
}

function divideIntervals({ left, right }: Operands): TypedSql | undefined {
  const type: SparkType = { kind: "bigint" };
  if (left.type.kind === "year-month" && right.type.kind === "year-month") {
    return atom(`CAST(sp_months_of(${left.sql}) // sp_months_of(${right.sql}) AS BIGINT)`, type);
  }
  if (left.type.kind !== "day-time" || right.type.kind !== "day-time") return undefined;
  return atom(`CAST(sp_micros_of(${left.sql}) // sp_micros_of(${right.sql}) AS BIGINT)`, type);
}

import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { unify } from "../../generator/expression/emit-case.ts";
import { emitRow, structOf } from "../../generator/expression/emit-row.ts";
import { fieldNameOf } from "../../generator/expression/field-name.ts";
import {
  atom,
  integerLiteralOf,
  operand,
  stringLiteralOf,
} from "../../generator/scope/typed-sql.ts";
import { duckType } from "../../types/duck-type.ts";
import {
  arrayOf,
  BIGINT,
  INT,
  isDateTime,
  isIntegral,
  isUnknown,
  STRING,
  TIMESTAMP,
  UNKNOWN,
  VOID,
} from "../../types/spark-types.ts";
import { widerType } from "../../types/common-type.ts";
import { argumentAt, castArgument, emitArguments, wrongArgument } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";
import { sortedByComparator } from "./special-lambdas.ts";

export const arrayFunction: SpecialFunction = (call, scope) => {
  const items = unify(emitArguments(call, scope, 0, Infinity), "array", scope, call.at);
  return atom(`[${items.map((item) => item.sql).join(", ")}]`, arrayOf(items[0]?.type ?? VOID));
};

export const structFunction: SpecialFunction = (call, scope) =>
  emitRow({ items: call.args }, scope);

/** named_struct('a', 1, 'b', 2) */
export const namedStructFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2, Infinity);
  const parts = Array.from({ length: Math.floor(args.length / 2) }, (_each, index) => {
    const name = stringLiteralOf(argumentAt(args, index * 2));
    if (name === undefined || args.length % 2 === 1) {
      const problem = "takes pairs of a string literal and a value";
      throw sqlTypeMismatch('the function "named_struct"', problem, scope.emitter.place(call.at));
    }
    return { name, value: argumentAt(args, index * 2 + 1) };
  });
  return structOf(parts);
};

/** size(NULL) is -1 with ANSI off. */
export const sizeFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  if (value.type.kind === "map")
    return atom(`coalesce(CAST(cardinality(${value.sql}) AS INTEGER), -1)`, INT);
  if (value.type.kind !== "array" && !isUnknown(value.type) && value.type.kind !== "void")
    throw wrongArgument(call, value, scope);
  if (value.type.kind === "void") return atom("-1", INT);
  return atom(`coalesce(CAST(len(${value.sql}) AS INTEGER), -1)`, INT);
};

/** element_at(array, n) counts from 1 and from the end; element_at(map, key). */
export const elementAtFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  const value = argumentAt(args, 0);
  const key = argumentAt(args, 1);
  if (value.type.kind === "map") {
    const wanted = widerType(value.type.key, key.type) ?? value.type.key;
    const cast = castArgument(
      key,
      value.type.key.kind === "void" ? wanted : value.type.key,
      call,
      scope,
    );
    return atom(`map_extract_value(${value.sql}, ${cast.sql})`, value.type.value);
  }
  if (value.type.kind !== "array" && !isUnknown(value.type))
    throw wrongArgument(call, value, scope);
  const type = value.type.kind === "array" ? value.type.element : UNKNOWN;
  if (!isIntegral(key.type) && !isUnknown(key.type) && key.type.kind !== "void")
    throw wrongArgument(call, key, scope);
  const literal = integerLiteralOf(key);
  const sql =
    literal !== undefined && literal !== 0
      ? `list_extract(${value.sql}, ${literal})`
      : `sp_element_at(${value.sql}, ${key.sql})`;
  return atom(sql, type);
};

/** get(array, n): counts from 0, NULL outside. */
export const getFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2);
  const value = argumentAt(args, 0);
  const index = castArgument(argumentAt(args, 1), INT, call, scope);
  const type = value.type.kind === "array" ? value.type.element : UNKNOWN;
  return atom(
    `list_extract(${value.sql}, CASE WHEN ${operand(index)} >= 0 THEN ${operand(index)} + 1 END)`,
    type,
  );
};

export const arrayJoinFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2, 3);
  const list = castArgument(argumentAt(args, 0), arrayOf(STRING), call, scope);
  const separator = castArgument(argumentAt(args, 1), STRING, call, scope);
  const third = args[2];
  const replacement = third === undefined ? "NULL" : castArgument(third, STRING, call, scope).sql;
  return atom(`sp_array_join(${list.sql}, ${separator.sql}, ${replacement})`, STRING);
};

/** arrays_zip(a, b): an array of structs; fields are named after columns, else 0, 1, ... */
export const arraysZipFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 0, Infinity);
  const element = scope.emitter.freshName("e");
  const parts = args.map((arg, index) => {
    const node = call.args[index];
    const name = (node === undefined ? undefined : fieldNameOf(node)) ?? String(index);
    const type = arg.type.kind === "array" ? arg.type.element : UNKNOWN;
    return { name, value: atom(`${element}[${index + 1}]`, type) };
  });
  if (parts.length === 0) return atom("[]", arrayOf(VOID));
  const row = structOf(parts);
  const zipped = `list_zip(${args.map((arg) => arg.sql).join(", ")})`;
  const isNull = args.map((arg) => `${operand(arg)} IS NULL`).join(" OR ");
  return atom(
    `CASE WHEN ${isNull} THEN NULL ELSE list_transform(${zipped}, lambda ${element}: ${row.sql}) END`,
    arrayOf(row.type),
  );
};

export const flattenFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  if (isUnknown(value.type)) return atom(`sp_flatten(${value.sql})`, UNKNOWN);
  if (value.type.kind !== "array" || value.type.element.kind !== "array")
    throw wrongArgument(call, value, scope);
  return atom(`sp_flatten(${value.sql})`, value.type.element);
};

/** array_sort(a): ascending, NULLs last; or in the order of a comparator. */
export const arraySortFunction: SpecialFunction = (call, scope) => {
  if (call.args.length === 2) return sortedByComparator(call, scope);
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  if (value.type.kind !== "array" && !isUnknown(value.type))
    throw wrongArgument(call, value, scope);
  return atom(`list_sort(${value.sql}, 'ASC', 'NULLS LAST')`, value.type);
};

/** sort_array(a, ascending): NULLs first when ascending, last when not. */
export const sortArrayFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 1, 2);
  const value = argumentAt(args, 0);
  if (value.type.kind !== "array" && !isUnknown(value.type) && value.type.kind !== "void")
    throw wrongArgument(call, value, scope);
  const ascending = args[1];
  if (ascending !== undefined && ascending.type.kind !== "boolean")
    throw wrongArgument(call, ascending, scope);
  if (ascending === undefined || ascending.literal?.kind !== "boolean") {
    const up = `list_sort(${value.sql}, 'ASC', 'NULLS FIRST')`;
    if (ascending === undefined) return atom(up, value.type);
    return atom(
      `CASE WHEN ${ascending.sql} THEN ${up} ELSE list_sort(${value.sql}, 'DESC', 'NULLS LAST') END`,
      value.type,
    );
  }
  const order = ascending.literal.value ? "'ASC', 'NULLS FIRST'" : "'DESC', 'NULLS LAST'";
  return atom(`list_sort(${value.sql}, ${order})`, value.type);
};

/** sequence(start, stop[, step]): both ends are in it; it may run downwards. */
export const sequenceFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 2, 3);
  const [start, stop] = unify(args.slice(0, 2), "sequence", scope, call.at);
  if (start === undefined || stop === undefined) return argumentAt(args, 0);
  const step = args[2];
  if (isIntegral(start.type)) {
    const by = step === undefined ? "NULL" : castArgument(step, BIGINT, call, scope).sql;
    const series = `sp_sequence(CAST(${start.sql} AS BIGINT), CAST(${stop.sql} AS BIGINT), ${by})`;
    return atom(
      start.type.kind === "bigint" ? series : `CAST(${series} AS ${duckType(start.type)}[])`,
      arrayOf(start.type),
    );
  }
  if (!isDateTime(start.type)) throw wrongArgument(call, start, scope);
  const moment = start.type.kind === "timestamp" ? TIMESTAMP : start.type;
  const by = step === undefined ? "NULL" : step.sql;
  const from = `CAST(${start.sql} AS TIMESTAMP)`;
  const to = `CAST(${stop.sql} AS TIMESTAMP)`;
  return atom(
    `CAST(sp_sequence_moments(${from}, ${to}, ${by}) AS ${duckType(moment)}[])`,
    arrayOf(moment),
  );
};

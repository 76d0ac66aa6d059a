import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { unify } from "../../generator/expression/emit-case.ts";
import { atom, type TypedSql } from "../../generator/scope/typed-sql.ts";
import { arrayOf, isUnknown, mapOf, UNKNOWN, VOID } from "../../types/spark-types.ts";
import { argumentAt, emitArguments, wrongArgument } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";

/** map(k1, v1, k2, v2, ...) */
export const mapFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 0, Infinity);
  if (args.length % 2 === 1) {
    throw sqlTypeMismatch(
      'the function "map"',
      "takes pairs of a key and a value",
      scope.emitter.place(call.at),
    );
  }
  const keys = unify(
    args.filter((_arg, index) => index % 2 === 0),
    "map",
    scope,
    call.at,
  );
  const values = unify(
    args.filter((_arg, index) => index % 2 === 1),
    "map",
    scope,
    call.at,
  );
  const list = (items: readonly TypedSql[]): string =>
    `[${items.map((item) => item.sql).join(", ")}]`;
  return atom(
    `map(${list(keys)}, ${list(values)})`,
    mapOf(keys[0]?.type ?? VOID, values[0]?.type ?? VOID),
  );
};

export const mapFromEntriesFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  const { type } = value;
  if (isUnknown(type)) return atom(`map_from_entries(${value.sql})`, mapOf(UNKNOWN, UNKNOWN));
  const fields = type.kind === "array" && type.element.kind === "struct" ? type.element.fields : [];
  const [key, item] = fields;
  if (key === undefined || item === undefined) throw wrongArgument(call, value, scope);
  return atom(`map_from_entries(${value.sql})`, mapOf(key.type, item.type));
};

/** map_entries(map): an array of structs with the fields key and value. */
export const mapEntriesFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1), 0);
  const { type } = value;
  if (type.kind !== "map") {
    if (!isUnknown(type)) throw wrongArgument(call, value, scope);
    return atom(`map_entries(${value.sql})`, arrayOf(UNKNOWN));
  }
  const fields = [
    { name: "key", type: type.key },
    { name: "value", type: type.value },
  ];
  return atom(`map_entries(${value.sql})`, arrayOf({ kind: "struct", fields }));
};

export const mapConcatFunction: SpecialFunction = (call, scope) => {
  const maps = unify(emitArguments(call, scope, 0, Infinity), "map_concat", scope, call.at);
  if (maps.length === 0) return atom("map([], [])", mapOf(VOID, VOID));
  const first = argumentAt(maps, 0);
  if (first.type.kind !== "map" && !isUnknown(first.type)) throw wrongArgument(call, first, scope);
  return atom(`sp_map_concat([${maps.map((each) => each.sql).join(", ")}])`, first.type);
};

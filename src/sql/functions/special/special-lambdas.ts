import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { castTo } from "../../generator/cast/cast.ts";
import { withLambda, type Scope } from "../../generator/scope/scope.ts";
import { atom, type TypedSql } from "../../generator/scope/typed-sql.ts";
import type { SparkType } from "../../spark-type.ts";
import { widerType } from "../../types/common-type.ts";
import { duckType } from "../../types/duck-type.ts";
import { arrayOf, BOOLEAN, INT, mapOf, UNKNOWN } from "../../types/spark-types.ts";
import { argumentAt } from "../call-arguments.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";

/** The lambda at an argument, with its parameters standing for the given values. */
function body(call: Call, index: number, parameters: readonly TypedSql[], scope: Scope): TypedSql {
  const lambda = call.args[index];
  if (lambda?.kind !== "lambda" || lambda.parameters.length > parameters.length) {
    const problem = `takes a lambda of ${parameters.length} parameters as argument ${index + 1}`;
    throw sqlTypeMismatch(
      `the function "${call.name.join(".")}"`,
      problem,
      scope.emitter.place(call.at),
    );
  }
  const bound = new Map(
    lambda.parameters.map((name, at) => [name.toLowerCase(), argumentAt(parameters, at)] as const),
  );
  return scope.emitter.emitExpression(lambda.body, withLambda(scope, bound));
}

function plain(call: Call, index: number, scope: Scope): TypedSql {
  const node = call.args[index];
  return node === undefined || node.kind === "lambda"
    ? argumentAt([], 0)
    : scope.emitter.emitExpression(node, scope);
}

interface MapParts {
  readonly map: TypedSql;
  readonly entry: string;
  readonly key: TypedSql;
  readonly value: TypedSql;
}

function mapParts(call: Call, scope: Scope): MapParts {
  const map = plain(call, 0, scope);
  const isMap = map.type.kind === "map";
  if (!isMap && map.type.kind !== "unknown") {
    throw sqlTypeMismatch(
      `the function "${call.name.join(".")}"`,
      "takes a map",
      scope.emitter.place(call.at),
    );
  }
  const entry = scope.emitter.freshName("e");
  const key = atom(`${entry}.key`, map.type.kind === "map" ? map.type.key : UNKNOWN);
  const value = atom(`${entry}.value`, map.type.kind === "map" ? map.type.value : UNKNOWN);
  return { map, entry, key, value };
}

export const mapFilterFunction: SpecialFunction = (call, scope) => {
  const { map, entry, key, value } = mapParts(call, scope);
  const test = castTo(body(call, 1, [key, value], scope), BOOLEAN, { scope, at: call.at });
  return atom(
    `map_from_entries(list_filter(map_entries(${map.sql}), lambda ${entry}: ${test.sql}))`,
    map.type,
  );
};

export const transformKeysFunction: SpecialFunction = (call, scope) => {
  const { map, entry, key, value } = mapParts(call, scope);
  const changed = body(call, 1, [key, value], scope);
  const keys = `list_transform(map_entries(${map.sql}), lambda ${entry}: ${changed.sql})`;
  return atom(`map(${keys}, map_values(${map.sql}))`, mapOf(changed.type, value.type));
};

export const transformValuesFunction: SpecialFunction = (call, scope) => {
  const { map, entry, key, value } = mapParts(call, scope);
  const changed = body(call, 1, [key, value], scope);
  const values = `list_transform(map_entries(${map.sql}), lambda ${entry}: ${changed.sql})`;
  return atom(`map(map_keys(${map.sql}), ${values})`, mapOf(key.type, changed.type));
};

/** map_zip_with(a, b, (k, x, y) -> z): over the keys of both. */
export const mapZipWithFunction: SpecialFunction = (call, scope) => {
  const left = plain(call, 0, scope);
  const right = plain(call, 1, scope);
  const keyType = widerType(keyOf(left), keyOf(right)) ?? UNKNOWN;
  const entry = scope.emitter.freshName("k");
  const key = atom(entry, keyType);
  const values = [left, right].map((map) =>
    atom(
      `map_extract_value(${map.sql}, ${entry})`,
      map.type.kind === "map" ? map.type.value : UNKNOWN,
    ),
  );
  const result = body(call, 2, [key, ...values], scope);
  const keys = `sp_array_union(map_keys(${left.sql}), map_keys(${right.sql}))`;
  return atom(
    `map(${keys}, list_transform(${keys}, lambda ${entry}: ${result.sql}))`,
    mapOf(keyType, result.type),
  );
};

function keyOf(map: TypedSql): SparkType {
  return map.type.kind === "map" ? map.type.key : UNKNOWN;
}

/** zip_with(a, b, (x, y) -> z): the shorter array is filled up with NULL. */
export const zipWithFunction: SpecialFunction = (call, scope) => {
  const lists = [plain(call, 0, scope), plain(call, 1, scope)];
  const pair = scope.emitter.freshName("p");
  const items = lists.map((list, index) =>
    atom(`${pair}[${index + 1}]`, list.type.kind === "array" ? list.type.element : UNKNOWN),
  );
  const result = body(call, 2, items, scope);
  const zipped = `list_zip(${lists.map((list) => list.sql).join(", ")})`;
  const isNull = lists.map((list) => `${list.sql} IS NULL`).join(" OR ");
  return atom(
    `CASE WHEN ${isNull} THEN NULL ELSE list_transform(${zipped}, lambda ${pair}: ${result.sql}) END`,
    arrayOf(result.type),
  );
};

/**
 * array_sort(a, (left, right) -> int): DuckDB sorts by no comparator, so each item in turn goes into a
 * sorted list, behind everything that is not greater.
 */
export function sortedByComparator(call: Call, scope: Scope): TypedSql {
  const value = plain(call, 0, scope);
  if (value.type.kind !== "array") {
    const what = `the function "${call.name.join(".")}"`;
    throw sqlTypeMismatch(what, "takes an array", scope.emitter.place(call.at));
  }
  const { element } = value.type;
  const [sorted, next, item] = ["s", "n", "x"].map((hint) => scope.emitter.freshName(hint));
  const order = castTo(
    body(call, 1, [atom(`${item}`, element), atom(`${next}[1]`, element)], scope),
    INT,
    { scope, at: call.at },
  ).sql;
  const part = (test: string): string =>
    `list_filter(${sorted}, lambda ${item}: coalesce(${order}, 0) ${test} 0)`;
  const insert = `list_concat(${part("<=")}, ${next}, ${part(">")})`;
  const singles = `list_transform(${value.sql}, lambda ${item}: [${item}])`;
  const start = `CAST([] AS ${duckType(value.type)})`;
  return atom(
    `list_reduce(${singles}, lambda ${sorted}, ${next}: ${insert}, ${start})`,
    value.type,
  );
}

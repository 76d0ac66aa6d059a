import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { placeNamedArguments } from "../../functions/named-arguments.ts";
import type { Call } from "../../functions/function-spec.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { INT, sameType, STRING, UNKNOWN } from "../../types/spark-types.ts";
import { accessField } from "../scope/access-field.ts";
import { asString } from "../expression/emit-comparison.ts";
import { unify } from "../expression/emit-case.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, integerLiteralOf, operand, type TypedSql } from "../scope/typed-sql.ts";

/** One column of a generator: `value.sql` gives a set of rows (unnest) in a select list. */
export interface GeneratorColumn {
  readonly name: string;
  readonly value: TypedSql;
}

const GENERATORS: ReadonlySet<string> = new Set([
  "explode",
  "explode_outer",
  "posexplode",
  "posexplode_outer",
  "inline",
  "inline_outer",
  "stack",
  "json_tuple",
]);

export function isGeneratorName(name: string): boolean {
  return GENERATORS.has(name);
}

/** The columns of explode, posexplode, inline, stack, json_tuple. `outer` keeps a row for nothing. */
export function emitGenerator(
  written: Call,
  scope: Scope,
  outer: boolean,
): readonly GeneratorColumn[] {
  const call = placeNamedArguments(written, scope);
  const name = call.name.at(-1) ?? "";
  const isOuter = outer || name.endsWith("_outer");
  const args = call.args.map((arg) => scope.emitter.emitExpression(arg, scope));
  switch (name.replace("_outer", "")) {
    case "explode":
      return explode(call, args, scope, { isOuter, withPosition: false });
    case "posexplode":
      return explode(call, args, scope, { isOuter, withPosition: true });
    case "inline":
      return inline(call, args, scope, isOuter);
    case "stack":
      return stack(call, args, scope);
    case "json_tuple":
      return jsonTuple(args, scope, call);
    default:
      throw scope.emitter.notSupported(`the generator "${name}"`, call.at);
  }
}

interface ExplodeOptions {
  readonly isOuter: boolean;
  readonly withPosition: boolean;
}

function explode(
  call: Call,
  args: readonly TypedSql[],
  scope: Scope,
  options: ExplodeOptions,
): GeneratorColumn[] {
  const value = onlyArgument(call, args, scope);
  const { isOuter } = options;
  const list = value.type.kind === "map" ? `map_keys(${value.sql})` : value.sql;
  const position = {
    name: "pos",
    value: atom(`CAST(${unnest(`range(len(${list}))`, isOuter)} AS INTEGER)`, INT),
  };
  const before = options.withPosition ? [position] : [];
  if (value.type.kind === "map") {
    const { key, value: item } = value.type;
    const keys = atom(unnest(`map_keys(${value.sql})`, isOuter), key);
    const values = atom(unnest(`map_values(${value.sql})`, isOuter), item);
    return [...before, { name: "key", value: keys }, { name: "value", value: values }];
  }
  if (value.type.kind !== "array" && value.type.kind !== "unknown")
    throw wrongArgument(call, value, scope);
  const type = value.type.kind === "array" ? value.type.element : UNKNOWN;
  return [...before, { name: "col", value: atom(unnest(value.sql, isOuter), type) }];
}

function unnest(list: string, isOuter: boolean): string {
  return isOuter
    ? `unnest(CASE WHEN len(${list}) > 0 THEN ${list} ELSE [NULL] END)`
    : `unnest(${list})`;
}

function onlyArgument(call: Call, args: readonly TypedSql[], scope: Scope): TypedSql {
  const [value] = args;
  if (value !== undefined && args.length === 1) return value;
  throw sqlTypeMismatch(
    `"${call.name.join(".")}"`,
    "takes one argument",
    scope.emitter.place(call.at),
  );
}

function wrongArgument(call: Call, value: TypedSql, scope: Scope): Error {
  const problem = `does not take ${sparkTypeText(value.type)}`;
  return sqlTypeMismatch(`"${call.name.join(".")}"`, problem, scope.emitter.place(call.at));
}

/** inline(array of structs): one column per field. */
function inline(
  call: Call,
  args: readonly TypedSql[],
  scope: Scope,
  isOuter: boolean,
): GeneratorColumn[] {
  const value = onlyArgument(call, args, scope);
  const element = value.type.kind === "array" ? value.type.element : UNKNOWN;
  if (element.kind !== "struct") throw wrongArgument(call, value, scope);
  return element.fields.map((field) => {
    const fields = accessField(value, field.name, scope, call.at);
    return { name: field.name, value: atom(unnest(fields.sql, isOuter), field.type) };
  });
}

/** stack(n, a, b, c, d): n rows, filled up with NULL. */
function stack(call: Call, args: readonly TypedSql[], scope: Scope): GeneratorColumn[] {
  const [first, ...values] = args;
  const rows = first === undefined ? undefined : integerLiteralOf(first);
  if (rows === undefined || rows < 1 || values.length === 0) {
    throw sqlTypeMismatch(
      '"stack"',
      "takes a positive whole number and values",
      scope.emitter.place(call.at),
    );
  }
  const width = Math.ceil(values.length / rows);
  return Array.from({ length: width }, (_each, column) => {
    const cells = Array.from(
      { length: rows },
      (_row, row) => values[row * width + column] ?? atom("NULL", { kind: "void" }),
    );
    checkSameTypes(cells, column, call, scope);
    const unified = unify(cells, "stack", scope, call.at);
    const list = `[${unified.map((cell) => cell.sql).join(", ")}]`;
    return { name: `col${column}`, value: atom(`unnest(${list})`, unified[0]?.type ?? UNKNOWN) };
  });
}

function checkSameTypes(
  cells: readonly TypedSql[],
  column: number,
  call: Call,
  scope: Scope,
): void {
  const known = cells.filter((cell) => cell.type.kind !== "void" && cell.type.kind !== "unknown");
  const [first] = known;
  const other = known.find((cell) => first !== undefined && !sameType(cell.type, first.type));
  if (first === undefined || other === undefined) return;
  const types = `${sparkTypeText(first.type)} and ${sparkTypeText(other.type)}`;
  throw sqlTypeMismatch(
    '"stack"',
    `mixes ${types} in column ${column}`,
    scope.emitter.place(call.at),
  );
}

/** json_tuple(text, 'a', 'b'): columns c0, c1 of one row. */
function jsonTuple(args: readonly TypedSql[], scope: Scope, call: Call): GeneratorColumn[] {
  const [json, ...names] = args.map((arg) => asString(arg, scope, call.at));
  if (json === undefined || names.length === 0) {
    throw sqlTypeMismatch(
      '"json_tuple"',
      "takes a text and field names",
      scope.emitter.place(call.at),
    );
  }
  return names.map((name, index) => ({
    name: `c${index}`,
    value: atom(`sp_get_json_object(${json.sql}, '$[''' || ${operand(name)} || ''']')`, STRING),
  }));
}

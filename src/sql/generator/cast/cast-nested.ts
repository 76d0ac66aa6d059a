import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { quoteString } from "../../quote-name.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import { duckType } from "../../types/duck-type.ts";
import { STRING } from "../../types/spark-types.ts";
import type { CastPlace } from "./cast.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

type Cast = (value: TypedSql, to: SparkType, where: CastPlace) => TypedSql;

/** Casts of arrays, maps and structs, element by element; to a string in Spark's text form. */
export function castNested(value: TypedSql, to: SparkType, where: CastPlace, cast: Cast): TypedSql {
  const from = value.type;
  if (from.kind === "array" && to.kind === "array") {
    if (from.element.kind === "void") return atom(`CAST(${value.sql} AS ${duckType(to)})`, to);
    return atom(
      mapElements(value.sql, from.element, where, (each) => cast(each, to.element, where)),
      to,
    );
  }
  if (from.kind === "map" && to.kind === "map") return castMap(value, { from, to, where, cast });
  if (from.kind === "struct" && to.kind === "struct" && from.fields.length === to.fields.length) {
    const fields = to.fields.map((field, index) => {
      const source = from.fields[index] ?? field;
      const each = atom(`struct_extract(${value.sql}, ${quoteString(source.name)})`, source.type);
      return `"${field.name.replaceAll('"', '""')}" := ${cast(each, field.type, where).sql}`;
    });
    return atom(
      `CASE WHEN ${value.sql} IS NOT NULL THEN struct_pack(${fields.join(", ")}) END`,
      to,
    );
  }
  if (to.kind === "string") return atom(nestedText(value, where, cast), STRING);
  const problem = `cannot be cast from ${sparkTypeText(from)} to ${sparkTypeText(to)}`;
  throw sqlTypeMismatch(`\`${value.sql}\``, problem, where.scope.emitter.place(where.at));
}

function mapElements(
  sql: string,
  element: SparkType,
  where: CastPlace,
  change: (each: TypedSql) => TypedSql,
): string {
  const parameter = where.scope.emitter.freshName("e");
  return `list_transform(${sql}, lambda ${parameter}: ${change(atom(parameter, element)).sql})`;
}

interface MapCast {
  readonly from: Extract<SparkType, { kind: "map" }>;
  readonly to: Extract<SparkType, { kind: "map" }>;
  readonly where: CastPlace;
  readonly cast: Cast;
}

function castMap(value: TypedSql, { from, to, where, cast }: MapCast): TypedSql {
  if (from.key.kind === "void") return atom(`CAST(${value.sql} AS ${duckType(to)})`, to);
  const keys = mapElements(`map_keys(${value.sql})`, from.key, where, (each) =>
    cast(each, to.key, where),
  );
  const values = mapElements(`map_values(${value.sql})`, from.value, where, (each) =>
    cast(each, to.value, where),
  );
  return atom(`map(${keys}, ${values})`, to);
}

/** `[1, null]`, `{a -> 1}`, `{1, 2}`: strings inside are not quoted. */
function nestedText(value: TypedSql, where: CastPlace, cast: Cast): string {
  const { type, sql } = value;
  const textOf = (each: TypedSql): string => `coalesce(${cast(each, STRING, where).sql}, 'null')`;
  if (type.kind === "array") {
    const parts = mapElements(sql, type.element, where, (each) => atom(textOf(each), STRING));
    return `('[' || array_to_string(${parts}, ', ') || ']')`;
  }
  if (type.kind === "map") {
    const entry = where.scope.emitter.freshName("e");
    const key = textOf(atom(`${entry}.key`, type.key));
    const item = textOf(atom(`${entry}.value`, type.value));
    const parts = `list_transform(map_entries(${sql}), lambda ${entry}: ${key} || ' -> ' || ${item})`;
    return `('{' || array_to_string(${parts}, ', ') || '}')`;
  }
  if (type.kind !== "struct") return `CAST(${sql} AS VARCHAR)`;
  const fields = type.fields.map((field) =>
    textOf(atom(`struct_extract(${sql}, ${quoteString(field.name)})`, field.type)),
  );
  return `CASE WHEN ${sql} IS NOT NULL THEN '{' || ${fields.join(" || ', ' || ") || "''"} || '}' END`;
}

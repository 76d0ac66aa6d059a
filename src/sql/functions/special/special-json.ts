import type { SparkType } from "../../spark-type.ts";
import { quoteString } from "../../quote-name.ts";
import { parseTypeText } from "../../parser/parse-type-text.ts";
import { inferJsonSchema } from "../../types/infer-json-schema.ts";
import { atom, stringLiteralOf } from "../../generator/scope/typed-sql.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { sparkTypeText } from "../../spark-type.ts";
import { sqlTypeText } from "../../types/sql-type-text.ts";
import { duckType } from "../../types/duck-type.ts";
import { isUnknown, STRING } from "../../types/spark-types.ts";
import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { argumentAt, castArgument, emitArguments } from "../call-arguments.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";
import { optionsText } from "./options-text.ts";

/** from_json(text, schema[, options]): the prelude parses, and answers in JSON that DuckDB casts. */
export const fromJsonFunction: SpecialFunction = (call, scope) => {
  const [text, schema, options] = call.args;
  if (call.args.length < 2 || call.args.length > 3) emitArguments(call, scope, 2, 3);
  const value = text === undefined ? argumentAt([], 0) : scope.emitter.emitExpression(text, scope);
  const type = schema === undefined ? STRING : schemaOf(schema, call, scope);
  const optionsSql = optionsText(options, call, scope);
  const json = castArgument(value, STRING, call, scope);
  const parsed = `sp_from_json(${json.sql}, ${quoteString(sparkTypeText(type))}, ${optionsSql})`;
  return atom(`CAST(CAST(${parsed} AS JSON) AS ${duckType(type)})`, type);
};

function schemaOf(node: Call["args"][number], call: Call, scope: Scope): SparkType {
  if (node.kind === "call" && node.name.at(-1) === "schema_of_json") {
    const text =
      node.args[0] === undefined
        ? undefined
        : stringLiteralOf(scope.emitter.emitExpression(node.args[0], scope));
    if (text !== undefined) return inferJsonSchema(text) ?? STRING;
  }
  const text = stringLiteralOf(scope.emitter.emitExpression(node, scope));
  if (text === undefined) {
    throw sqlTypeMismatch(
      'the schema of "from_json"',
      "must be a string literal",
      scope.emitter.place(call.at),
    );
  }
  return parseTypeText(text);
}

/** to_json(struct | map | array): NULL fields are left out. */
export const toJsonFunction: SpecialFunction = (call, scope) => {
  const value = argumentAt(emitArguments(call, scope, 1, 2), 0);
  const optionsSql = optionsText(call.args[1], call, scope);
  if (
    value.type.kind !== "struct" &&
    value.type.kind !== "map" &&
    value.type.kind !== "array" &&
    value.type.kind !== "unknown"
  ) {
    throw sqlTypeMismatch(
      'the function "to_json"',
      `does not take ${sparkTypeText(value.type)}`,
      scope.emitter.place(call.at),
    );
  }
  // A field of bare NULLs needs a type of its own on the way.
  const typed = isUnknown(value.type) ? value.sql : `CAST(${value.sql} AS ${duckType(value.type)})`;
  return atom(
    `sp_to_json(${typed}, ${quoteString(sparkTypeText(value.type))}, ${optionsSql})`,
    STRING,
  );
};

export const schemaOfJsonFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 1, 2);
  const text = stringLiteralOf(argumentAt(args, 0));
  if (text === undefined) {
    throw sqlTypeMismatch(
      'the function "schema_of_json"',
      "takes a string literal",
      scope.emitter.place(call.at),
    );
  }
  const type = inferJsonSchema(text);
  if (type === undefined)
    throw scope.emitter.notSupported("schema_of_json of a text that is no JSON", call.at);
  return atom(quoteString(sqlTypeText(type)), STRING);
};

import { sqlTypeMismatch } from "../../../errors/sql-errors.ts";
import { SPARK_CSV, splitCsvRecord, type CsvFormat } from "../../../util/csv-record.ts";
import { atom, stringLiteralOf } from "../../generator/scope/typed-sql.ts";
import type { Scope } from "../../generator/scope/scope.ts";
import { parseTypeText } from "../../parser/parse-type-text.ts";
import { quoteString } from "../../quote-name.ts";
import { sparkTypeText, type SparkType } from "../../spark-type.ts";
import { duckType } from "../../types/duck-type.ts";
import { inferCsvSchema } from "../../types/infer-csv-schema.ts";
import { isNested, STRING } from "../../types/spark-types.ts";
import { sqlTypeText } from "../../types/sql-type-text.ts";
import { argumentAt, castArgument, emitArguments } from "../call-arguments.ts";
import type { Call, SpecialFunction } from "../function-spec.ts";
import { optionsText } from "./options-text.ts";

/** from_csv(text, schema[, options]): the prelude parses, and answers in JSON that DuckDB casts. */
export const fromCsvFunction: SpecialFunction = (call, scope) => {
  const [text, schema, options] = call.args;
  if (text === undefined || schema === undefined || call.args.length > 3)
    return argumentAt(emitArguments(call, scope, 2, 3), 0);
  const type = schemaOf(schema, call, scope);
  if (type.kind !== "struct") throw wrongSchema(call, scope);
  if (type.fields.some((field) => isNested(field.type) || field.type.kind === "binary"))
    throw scope.emitter.notSupported("from_csv of nested or binary columns", call.at);
  const value = castArgument(scope.emitter.emitExpression(text, scope), STRING, call, scope);
  const optionsSql = optionsText(options, call, scope);
  const parsed = `sp_from_csv(${value.sql}, ${quoteString(sparkTypeText(type))}, ${optionsSql})`;
  return atom(`CAST(CAST(${parsed} AS JSON) AS ${duckType(type)})`, type);
};

/** A text of DDL, or schema_of_csv of a text. */
function schemaOf(node: Call["args"][number], call: Call, scope: Scope): SparkType {
  if (node.kind === "call" && node.name.at(-1)?.toLowerCase() === "schema_of_csv")
    return inferredSchema({ ...node, at: call.at }, scope);
  const text = stringLiteralOf(scope.emitter.emitExpression(node, scope));
  if (text === undefined) throw wrongSchema(call, scope);
  return parseTypeText(text);
}

function wrongSchema(call: Call, scope: Scope): Error {
  const what = 'the schema of "from_csv"';
  return sqlTypeMismatch(what, "must be a string literal", scope.emitter.place(call.at));
}

/** to_csv(struct[, options]) */
export const toCsvFunction: SpecialFunction = (call, scope) => {
  const [first, options] = call.args;
  if (first === undefined || call.args.length > 2)
    return argumentAt(emitArguments(call, scope, 1, 2), 0);
  const value = scope.emitter.emitExpression(first, scope);
  const { type } = value;
  if (type.kind === "void") return atom("CAST(NULL AS VARCHAR)", STRING);
  if (type.kind !== "struct") {
    const problem = `does not take ${sparkTypeText(type)}`;
    throw sqlTypeMismatch('the function "to_csv"', problem, scope.emitter.place(call.at));
  }
  if (type.fields.some((field) => isNested(field.type) || field.type.kind === "binary"))
    throw scope.emitter.notSupported("to_csv of nested or binary fields", call.at);
  const typed = `CAST(${value.sql} AS ${duckType(type)})`;
  const optionsSql = optionsText(options, call, scope);
  return atom(`sp_to_csv(${typed}, ${quoteString(sparkTypeText(type))}, ${optionsSql})`, STRING);
};

/** schema_of_csv(text[, options]) */
export const schemaOfCsvFunction: SpecialFunction = (call, scope) =>
  atom(quoteString(sqlTypeText(inferredSchema(call, scope))), STRING);

function inferredSchema(call: Call, scope: Scope): SparkType {
  const [first, options] = call.args;
  const text =
    first === undefined ? undefined : stringLiteralOf(scope.emitter.emitExpression(first, scope));
  if (text === undefined) {
    const what = 'the function "schema_of_csv"';
    throw sqlTypeMismatch(what, "takes a string literal", scope.emitter.place(call.at));
  }
  return inferCsvSchema(splitCsvRecord(text, literalFormat(options, scope)));
}

/** The format that a literal `map('sep', '|')` asks for. */
function literalFormat(options: Call["args"][number] | undefined, scope: Scope): CsvFormat {
  if (options?.kind !== "call") return SPARK_CSV;
  const texts = options.args.map((node) =>
    stringLiteralOf(scope.emitter.emitExpression(node, scope)),
  );
  const given = (name: string): string | undefined => {
    const at = texts.findIndex((text, index) => index % 2 === 0 && text?.toLowerCase() === name);
    return at < 0 ? undefined : texts[at + 1];
  };
  return {
    separator: given("sep") ?? given("delimiter") ?? SPARK_CSV.separator,
    quote: given("quote") ?? SPARK_CSV.quote,
    escape: given("escape") ?? SPARK_CSV.escape,
  };
}

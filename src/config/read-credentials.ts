import { isAbsolute, resolve } from "node:path";
import { profileFile, profileOptionUnknown } from "../errors/config-errors.ts";
import { nearest } from "../util/nearest.ts";
import { pythonFloatText } from "../util/python-float-text.ts";
import { PyFloat } from "../util/python-values.ts";
import { child, describeKind, isPresent, placeOf, readMapping } from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import { GLUE_OPTIONS } from "./glue-options.ts";
import type { GlueOption } from "./glue-options.ts";
import type { ConnectionMethod, GlueCredentials } from "./profile.ts";

export interface CredentialsContext {
  readonly targetName: string;
  /** `--local`: whatever the method is, the project runs on the embedded engine. */
  readonly local: boolean;
  /** Relative paths of DuckDB files start here. */
  readonly projectDir: string;
  /** Where the DuckDB file of `--local` lives, absolute. */
  readonly targetFolder: string;
}

/** Keys of an output that are dbt's, not the adapter's. */
const COMMON_KEYS = ["type", "threads"];

/** Reads a rendered output of profiles.yml against the table of Glue options. */
export function readCredentials(output: Located, context: CredentialsContext): GlueCredentials {
  checkType(output);
  checkKeys(output, context.targetName);
  const values = Object.fromEntries(
    GLUE_OPTIONS.map((option) => [option.name, readOption(child(output, option.name), option)]),
  );
  const method = context.local ? "local" : (values.method as ConnectionMethod);
  const schema = readSchema(output, values);
  return {
    ...values,
    type: "glue",
    method,
    schema,
    database: null,
    location: method === "local" ? localFile(values.location, context) : textOf(values.location),
  };
}

function checkType(output: Located): void {
  const type = child(output, "type");
  if (type.value === "glue") return;
  if (!isPresent(type)) {
    throw profileFile("The output lacks `type: glue`.", placeOf(output));
  }
  throw profileFile(
    `dbt-glue runs profiles of type "glue", but this one has ${describeKind(type.value)}.`,
    placeOf(type),
    "Write an output with `type: glue`; with `method: local` it needs no account.",
  );
}

function checkKeys(output: Located, targetName: string): void {
  const known = [...GLUE_OPTIONS.map((option) => option.name), ...COMMON_KEYS];
  for (const key of Object.keys(readMapping(output))) {
    if (known.includes(key)) continue;
    const place = placeOf(child(output, key));
    throw profileOptionUnknown(key, targetName, place, nearest(key, known));
  }
}

/** The value of one option, in the type that its kind has in Python. */
function readOption(at: Located, option: GlueOption): unknown {
  if (!isPresent(at)) return defaultOf(option, at.value === null);
  const value = coerce(at.value, option);
  if (value === undefined) {
    throw profileFile(
      `"${option.name}" must be ${EXPECTED[option.kind]}, but it is ${describeKind(at.value)}.`,
      placeOf(at),
      typeof at.value === "string" ? conversionHint(option) : undefined,
    );
  }
  checkRange(value, option, at);
  return value;
}

const EXPECTED: Readonly<Record<GlueOption["kind"], string>> = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  strings: "a list of strings, or one string with commas",
  names: "a list of strings, or one string with commas",
  pairs: "a map of text, or one string of key=value",
  profiles: "a map of names, each with a map of session options",
};

/** env_var gives text; a filter makes it what the option takes. */
function conversionHint(option: GlueOption): string | undefined {
  if (option.kind === "boolean") return "Text from env_var needs a filter: | as_bool.";
  if (option.kind === "string" || option.kind === "strings") return undefined;
  return "Text from env_var needs a filter: | as_number.";
}

/** An explicit null switches a default off where Python's type allows it: for text. */
function defaultOf(option: GlueOption, isNull: boolean): unknown {
  if (isNull && option.kind === "string" && option.name !== "method") return null;
  if (option.kind === "number") return new PyFloat(Number(option.default));
  return option.default;
}

function coerce(value: unknown, option: GlueOption): unknown {
  return COERCE[option.kind](value);
}

/** The value in the option's own type; undefined where it has none. */
const COERCE: Readonly<Record<GlueOption["kind"], (value: unknown) => unknown>> = {
  string: coerceString,
  integer: (value) => (typeof value === "number" ? value : undefined),
  number: (value) => (typeof value === "number" || value instanceof PyFloat ? value : undefined),
  boolean: (value) => (typeof value === "boolean" ? value : undefined),
  strings: coerceStrings,
  names: (value) => (typeof value === "string" ? value : coerceStrings(value)),
  pairs: coercePairs,
  profiles: coerceProfiles,
};

/** YAML reads `glue_version: 5.0` as a number; the text is what was meant. */
function coerceString(value: unknown): string | undefined {
  if (value instanceof PyFloat) return pythonFloatText(value.value);
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : undefined;
}

function coerceStrings(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return value.split(",").map((item) => item.trim());
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isList ? value : undefined;
}

/** A map of text; numbers and booleans are written as YAML's reader would write them. */
function coercePairs(value: unknown): string | Readonly<Record<string, string>> | undefined {
  if (!isMap(value)) return coerceString(value);
  const entries = Object.entries(value).map(([key, item]) => [key, pairText(item)] as const);
  const isText = entries.every(([, item]) => item !== undefined);
  return isText ? Object.fromEntries(entries.map(([key, item]) => [key, item ?? ""])) : undefined;
}

function pairText(value: unknown): string | undefined {
  return typeof value === "boolean" ? String(value) : coerceString(value);
}

/** What is in a profile is checked when a session is planned with it. */
function coerceProfiles(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isMap(value) && Object.values(value).every(isMap) ? value : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof PyFloat)
  );
}

function checkRange(value: unknown, option: GlueOption, at: Located): void {
  const number = value instanceof PyFloat ? value.value : value;
  if (option.minimum !== undefined && typeof number === "number" && number < option.minimum) {
    throw profileFile(
      `"${option.name}" is ${number}, but it must be at least ${option.minimum}.`,
      placeOf(at),
    );
  }
  if (option.choices && typeof value === "string" && !option.choices.includes(value)) {
    const suggestion = nearest(value, option.choices);
    throw profileFile(
      `"${option.name}" is "${value}", but it must be one of ${option.choices.join(", ")}.`,
      placeOf(at),
      suggestion === undefined ? undefined : `Did you mean "${suggestion}"?`,
    );
  }
}

function readSchema(output: Located, values: Readonly<Record<string, unknown>>): string {
  const { schema, database } = values;
  if (typeof schema !== "string" || schema === "") {
    throw profileFile(
      'The output lacks "schema", the database that holds its tables.',
      placeOf(output),
    );
  }
  if (database !== null && database !== schema) {
    throw profileFile(
      `"database" is "${textOf(database)}" and "schema" is "${schema}": on Spark they are the same thing.`,
      placeOf(child(output, "database")),
      "Leave out `database`.",
    );
  }
  return schema;
}

/** An S3 location means nothing to DuckDB; then, and without one, the file lives in the target folder. */
function localFile(location: unknown, context: CredentialsContext): string {
  const path = textOf(location);
  if (path === "" || context.local || path.includes("://")) {
    return resolve(context.targetFolder, `${context.targetName}.duckdb`);
  }
  return isAbsolute(path) ? path : resolve(context.projectDir, path);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

import { configRule, configValueExpected } from "../../errors/parse-errors.ts";
import type { ConfigDict, ConfigField, ConfigKind, ValueType } from "./config-fields.ts";
import { CHOICES, configFields } from "./config-fields.ts";
import { isColor } from "./html-colors.ts";
import { isMapping } from "../../yaml/typed-readers.ts";

/** Throws for a value of the wrong type or a combination that dbt refuses. */
export function checkConfig(
  kind: ConfigKind,
  config: ConfigDict,
  behavior: Readonly<Record<string, boolean>>,
): void {
  for (const field of configFields(kind).values()) {
    if (!hasType(field.type, config[field.name]))
      throw configValueExpected(field.name, WORDS[field.type], config[field.name]);
    checkChoice(field, config[field.name]);
  }
  checkMaterialized(kind, config);
  checkDocsColor(config);
  checkContract(config);
  if (kind === "test") checkTest(config, behavior);
}

const WORDS: Readonly<Record<ValueType, string>> = {
  boolean: "true or false",
  "boolean?": "true, false or null",
  string: "a string",
  "string?": "a string or null",
  "integer?": "a whole number or null",
  dict: "a dictionary",
  strings: "a list of strings",
  "strings?": "a list of strings or null",
  "string or strings": "a string or a list of strings",
  "string or strings?": "a string, a list of strings or null",
  hooks: "SQL or a list of hooks",
  any: "anything",
};

function hasType(type: ValueType, value: unknown): boolean {
  if (type.endsWith("?")) return value === null || hasType(type.slice(0, -1) as ValueType, value);
  switch (type) {
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string";
    case "dict":
      return isMapping(value);
    case "strings":
      return isStrings(value);
    case "string or strings":
      return typeof value === "string" || isStrings(value);
    case "hooks":
      return Array.isArray(value);
    case "any":
      return true;
    default:
      return typeof value === "number" && Number.isInteger(value);
  }
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function checkChoice(field: ConfigField, value: unknown): void {
  const choices = CHOICES[field.name];
  if (choices === undefined || typeof value !== "string" || choices.includes(value)) return;
  throw configValueExpected(field.name, `one of ${choices.join(", ")}`, value);
}

const FIXED: Readonly<Partial<Record<ConfigKind, string>>> = { seed: "seed", test: "test" };

function checkMaterialized(kind: ConfigKind, config: ConfigDict): void {
  const fixed = FIXED[kind];
  const { materialized } = config;
  if (fixed === undefined || typeof materialized !== "string") return;
  if (materialized === "" || materialized === fixed) return;
  throw configRule(`A ${kind} must be materialized as "${fixed}", not as "${materialized}".`);
}

function checkDocsColor(config: ConfigDict): void {
  const docs = config.docs;
  const color = isMapping(docs) ? docs.node_color : null;
  if (typeof color !== "string" || color === "" || isColor(color)) return;
  throw configRule(
    `docs.node_color is "${color}", which is neither an HTML color name nor a hex code.`,
  );
}

function checkContract(config: ConfigDict): void {
  const contract = config.contract;
  if (!isMapping(contract) || contract.enforced !== true || config.materialized !== "incremental")
    return;
  const change = config.on_schema_change;
  if (change === "append_new_columns" || change === "fail") return;
  throw configRule(
    `on_schema_change is "${String(change)}", but an incremental model with an enforced contract needs "append_new_columns" or "fail".`,
  );
}

function checkTest(config: ConfigDict, behavior: Readonly<Record<string, boolean>>): void {
  const severity = config.severity;
  if (typeof severity === "string" && !/^(warn|error)$/i.test(severity)) {
    throw configRule(`severity must be "warn" or "error", not "${severity}".`);
  }
  const header = config.sql_header;
  if (
    behavior.require_sql_header_in_test_configs &&
    header !== null &&
    typeof header !== "string"
  ) {
    throw configValueExpected("sql_header", "a string", header);
  }
}

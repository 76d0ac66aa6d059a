import {
  testArgumentsExpected,
  testConfigTwice,
  testHasModelArgument,
  testItemExpected,
  testNameExpected,
  testTagsExpected,
} from "../../errors/generic-test-errors.ts";
import { toPython } from "../../jinja/convert.ts";
import { pyStr } from "../../jinja/python-text.ts";
import type { TestMetadata } from "../../manifest/nodes.ts";
import type { Located, Mapping } from "../../yaml/typed-readers.ts";
import { isMapping, placeOf } from "../../yaml/typed-readers.ts";
import { asJsonObject } from "../as-json.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { isVersionGiven, type Version, versionText } from "../versions.ts";
import { synthesizeTestNames } from "./test-names.ts";

/** What a generic test is attached to. */
export type TestTarget =
  | { readonly kind: "model"; readonly name: string; readonly version: Version }
  | { readonly kind: "node"; readonly name: string }
  | { readonly kind: "source"; readonly name: string; readonly source: readonly [string, string] };

/** A test as one item of `data_tests:` defines it. */
export interface GenericTest {
  /** The macro's name without `test_`. */
  readonly test: string;
  readonly namespace: string | null;
  readonly fileName: string;
  readonly fullName: string;
  readonly description: string;
  readonly config: ConfigDict;
  readonly tags: readonly string[];
  readonly metadata: TestMetadata;
  readonly rawCode: string;
}

export interface GenericTestInputs {
  readonly item: Located;
  readonly target: TestTarget;
  /** Quoted if the column or its node asks for it. */
  readonly columnName: string | null;
  /** `require_generic_test_arguments_property` */
  readonly hasArgumentsProperty: boolean;
  /** Renders one text of the test's config natively. */
  readonly render: (text: string, test: string) => unknown;
}

/** The name of the variable that holds a test's rendered arguments while its code is rendered. */
export const TEST_KWARGS = "_dbt_generic_test_kwargs";

/** Reads one item of `data_tests:`; arguments stay unrendered, configs are rendered. */
export function readGenericTest(inputs: GenericTestInputs): GenericTest {
  const { item, target } = inputs;
  const { name, args } = extractArguments(inputs);
  const { namespace, test } = splitName(name);
  const config = extractConfig(item, args, (text) => inputs.render(text, test));
  const description = takeText(args, "description") ?? "";
  const given = takeText(args, "name");
  const names =
    given === undefined ? synthesize(namespace, test, target, args) : { short: given, full: given };
  if (names.short !== names.full && !("alias" in config)) config.alias = names.short;
  return {
    test,
    namespace,
    fileName: names.short,
    fullName: names.full,
    description,
    config,
    tags: tagsOf(config, item),
    metadata: { name: test, kwargs: asJsonObject(args), namespace },
    rawCode: rawCode(namespace, test, config),
  };
}

interface NamedArguments {
  readonly name: string;
  readonly args: Record<string, unknown>;
}

function extractArguments({
  item,
  target,
  columnName,
  hasArgumentsProperty,
}: GenericTestInputs): NamedArguments {
  const { name, given } = nameAndArguments(item);
  const args: Record<string, unknown> = { ...given };
  if (columnName !== null) args.column_name = columnName;
  if (hasArgumentsProperty) {
    const nested = args.arguments;
    delete args.arguments;
    if (isMapping(nested)) Object.assign(args, nested);
  }
  if ("model" in args) throw testHasModelArgument(name, placeOf(item));
  args.model = `{{ get_where_subquery(${referenceTo(target)}) }}`;
  return { name, args };
}

/** The target as the test's `model` argument calls it. */
function referenceTo(target: TestTarget): string {
  if (target.kind === "source") return `source('${target.source[0]}', '${target.source[1]}')`;
  if (target.kind === "model" && isVersionGiven(target.version)) {
    return `ref('${target.name}', version='${versionText(target.version)}')`;
  }
  return `ref('${target.name}')`;
}

/** `unique`, `{unique: {...}}` or `{test_name: unique, ...}`. */
function nameAndArguments(item: Located): { name: string; given: Mapping } {
  const { value } = item;
  if (typeof value === "string") return { name: value, given: {} };
  if (!isMapping(value)) throw testItemExpected(value, placeOf(item));
  if ("test_name" in value) {
    const { test_name: name, ...given } = value;
    if (typeof name !== "string") throw testNameExpected(name, placeOf(item));
    return { name, given };
  }
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) throw testItemExpected(value, placeOf(item));
  const [name, given] = entry;
  if (!isMapping(given)) throw testArgumentsExpected(name, given, placeOf(item));
  return { name, given };
}

function splitName(name: string): { namespace: string | null; test: string } {
  const match = /^(?:([a-zA-Z_][0-9a-zA-Z_]*)\.)?([a-zA-Z_][0-9a-zA-Z_]*)/.exec(name);
  if (match?.[2] === undefined) throw testNameExpected(name);
  return { namespace: match[1] ?? null, test: match[2] };
}

/** Config keys that may also stand beside the arguments, as all of them did once. */
export const TEST_CONFIG_KEYS: readonly string[] = [
  "severity",
  "tags",
  "enabled",
  "where",
  "limit",
  "warn_if",
  "error_if",
  "fail_calc",
  "store_failures",
  "store_failures_as",
  "sql_header",
  "meta",
  "database",
  "schema",
  "alias",
];

/** Takes the config out of `args`. What is null counts as not given. */
function extractConfig(
  item: Located,
  args: Record<string, unknown>,
  render: (text: string) => unknown,
): ConfigDict {
  const given = args.config;
  if (given !== undefined && !isMapping(given))
    throw testArgumentsExpected("config", given, placeOf(item));
  const nested: ConfigDict = { ...given };
  const config: ConfigDict = {};
  for (const key of TEST_CONFIG_KEYS) {
    const beside = take(args, key);
    if (isTruthy(beside) && key in nested) throw testConfigTwice(key, placeOf(item));
    const inConfig = take(nested, key);
    config[key] = !isTruthy(beside) && given !== undefined ? inConfig : beside;
  }
  delete args.config;
  return rendered({ ...config, ...nested }, render);
}

function rendered(config: ConfigDict, render: (text: string) => unknown): ConfigDict {
  const result: ConfigDict = {};
  for (const [key, value] of Object.entries(config)) {
    const final = typeof value === "string" ? render(value) : value;
    if (final !== null && final !== undefined) result[key] = final;
  }
  return result;
}

function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isMapping(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** Removes a key; gives what was there. */
function take(record: Record<string, unknown>, key: string): unknown {
  const value = record[key];
  Reflect.deleteProperty(record, key);
  return value;
}

function takeText(args: Record<string, unknown>, key: string): string | undefined {
  const value = take(args, key);
  return value === undefined ? undefined : pyStr(toPython(value));
}

function synthesize(
  namespace: string | null,
  test: string,
  target: TestTarget,
  args: Mapping,
): { short: string; full: string } {
  const prefix = namespace === null ? "" : `${namespace}_`;
  const kind = target.kind === "source" ? "source_" : "";
  const isVersioned = target.kind === "model" && isVersionGiven(target.version);
  const version = isVersioned ? `_v${versionText(target.version)}` : "";
  return synthesizeTestNames(`${prefix}${kind}${test}`, target.name + version, args);
}

function tagsOf(config: ConfigDict, item: Located): readonly string[] {
  const tags = config.tags ?? [];
  if (typeof tags === "string") return [tags];
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) return tags;
  throw testTagsExpected(tags, placeOf(item));
}

/** Code as dbt writes it into the manifest: a call of the test's macro, and one of `config`. */
function rawCode(namespace: string | null, test: string, config: ConfigDict): string {
  const macro = `${namespace === null ? "" : `${namespace}.`}test_${test}`;
  const configs = Object.entries(config).map(([key, value]) => `${key}=${configText(value)}`);
  const configCall = configs.length === 0 ? "" : `{{ config(${configs.join(",")}) }}`;
  return `{{ ${macro}(**${TEST_KWARGS}) }}${configCall}`;
}

function configText(value: unknown): string {
  return typeof value === "string" ? `"${value.replaceAll('"', '\\"')}"` : pyStr(toPython(value));
}

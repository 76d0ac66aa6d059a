import type { EngineEvent } from "../../events/engine-event.ts";
import {
  missingTestArguments,
  propertyMovedToConfig,
  testArgumentsProperty,
  testSqlHeader,
} from "../../events/parse-deprecations.ts";
import { isMapping, type Located, type Mapping, placeOf } from "../../yaml/typed-readers.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { hasBehavior } from "../parse-environment.ts";
import { TEST_CONFIG_KEYS } from "./generic-test.ts";

interface NamedTest {
  readonly item: Located;
  /** The node that the test is listed under. */
  readonly owner: string;
}

/** What is deprecated in how an item of `data_tests:` is written. */
export function testDeprecations(
  environment: ParseEnvironment,
  { item, owner }: NamedTest,
): EngineEvent[] {
  const { value } = item;
  if (!isMapping(value)) return [];
  const [name, given] = "test_name" in value ? [value.test_name, value] : single(value);
  if (typeof name !== "string" || !isMapping(given)) return [];
  const place = placeOf(item);
  const config = isMapping(given.config) ? given.config : {};
  const hasHeader = (config.sql_header ?? given.sql_header ?? null) !== null;
  return [
    ...argumentDeprecations(environment, name, given, { item, owner }),
    ...(hasHeader && !hasBehavior(environment, "require_sql_header_in_test_configs")
      ? [testSqlHeader(place)]
      : []),
  ];
}

function single(value: Mapping): readonly [unknown, unknown] {
  return Object.entries(value)[0] ?? [undefined, undefined];
}

const BESIDE = new Set(["config", "column_name", "description", "name", "test_name", "arguments"]);

function argumentDeprecations(
  environment: ParseEnvironment,
  name: string,
  given: Mapping,
  { item, owner }: NamedTest,
): EngineEvent[] {
  const place = placeOf(item);
  const nested = given.arguments;
  if (!hasBehavior(environment, "require_generic_test_arguments_property")) {
    return nested === undefined ? [] : [testArgumentsProperty(name, place)];
  }
  const moved = Object.keys(given).filter((key) => TEST_CONFIG_KEYS.includes(key));
  const others = Object.keys(given).filter((key) => !BESIDE.has(key) && !moved.includes(key));
  const isNested = isMapping(nested) ? Object.keys(nested).length > 0 : Boolean(nested);
  return [
    ...moved.map((key) => propertyMovedToConfig(key, name, place)),
    ...(!isNested && others.length > 0 ? [missingTestArguments(name, owner, place)] : []),
  ];
}

import type { Place } from "../errors/place.ts";
import type { EngineEvent } from "./engine-event.ts";

function deprecation(name: string, code: string, message: string, place?: Place): EngineEvent {
  return { name: `${name}Deprecation`, code, level: "warn", message, place };
}

export function exposureName(name: string, place: Place): EngineEvent {
  return deprecation(
    "ExposureName",
    "D007",
    `The name of the exposure "${name}" should have only letters, digits and underscores. Put the text for readers into "label".`,
    place,
  );
}

export function resourceNamesWithSpaces(count: number): EngineEvent {
  const message = `${count} resource ${count === 1 ? "name has" : "names have"} spaces, which is deprecated.`;
  return deprecation("ResourceNamesWithSpaces", "D015", message);
}

/** A tag such as `{% set %}` outside the blocks of a file. */
export function unexpectedJinjaBlock(tag: string, place: Place): EngineEvent {
  const message = `The tag "${tag}" stands outside of all blocks and has no effect.`;
  return deprecation("UnexpectedJinjaBlock", "D023", message, place);
}

export function duplicateYamlKeys(key: string, place: Place): EngineEvent {
  const message = `The key "${key}" is there twice; the last one counts.`;
  return deprecation("DuplicateYAMLKeys", "D024", message, place);
}

/** A config that stands beside the arguments of a test. */
export function propertyMovedToConfig(key: string, test: string, place: Place): EngineEvent {
  const message = `"${key}" of the test "${test}" belongs under its "config".`;
  return deprecation("PropertyMovedToConfig", "D030", message, place);
}

/** `config: sql_header` of a test without the flag for it. */
export function testSqlHeader(place: Place): EngineEvent {
  const message =
    'A test has the config "sql_header", which needs the flag require_sql_header_in_test_configs.';
  return deprecation("CustomKeyInConfig", "D026", message, place);
}

export function itertoolsUsage(name: string): EngineEvent {
  const message = `modules.itertools.${name} is deprecated. Use Jinja's own filters and loops.`;
  return deprecation("ModulesItertoolsUsage", "D034", message);
}

/** `arguments:` of a test while the flag for it is off. */
export function testArgumentsProperty(test: string, place: Place): EngineEvent {
  const message = `The test "${test}" has the property "arguments", which needs the flag require_generic_test_arguments_property.`;
  return deprecation("ArgumentsPropertyInGenericTest", "D038", message, place);
}

export function missingTestArguments(test: string, owner: string, place: Place): EngineEvent {
  const message = `Arguments of the test "${test}" of "${owner}" belong under "arguments".`;
  return deprecation("MissingArgumentsPropertyInGenericTest", "D039", message, place);
}

export function duplicateNameDistinctNodeTypes(
  name: string,
  first: string,
  second: string,
): EngineEvent {
  const message = `"${first}" and "${second}" have the same name "${name}". Give one of them another name.`;
  return deprecation("DuplicateNameDistinctNodeTypes", "D040", message);
}

export function generateSchemaNameNull(node: string, place: Place): EngineEvent {
  const message = `generate_schema_name gives no schema for "${node}". Let it give a name.`;
  return deprecation("GenerateSchemaNameNullValue", "D044", message, place);
}

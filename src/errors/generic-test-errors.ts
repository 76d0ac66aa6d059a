import { EngineError } from "./engine-error.ts";
import { shown } from "./parse-errors.ts";
import type { Place } from "./place.ts";

export function testItemExpected(found: unknown, place: Place): EngineError {
  return new EngineError({
    code: "TEST_ITEM",
    message: `In ${place.path}, each item of "data_tests" must be the name of a test, or one test's name with its arguments, but one is ${shown(found)}.`,
    place,
    hint: "Give every test its own dash: `- unique` and `- accepted_values: {arguments: {values: [a, b]}}`.",
  });
}

export function testNameExpected(found: unknown, place?: Place): EngineError {
  return new EngineError({
    code: "TEST_NAME",
    message: `A test must be called by its name or as package.name, but one is called ${shown(found)}.`,
    place,
  });
}

export function testArgumentsExpected(name: string, found: unknown, place: Place): EngineError {
  return new EngineError({
    code: "TEST_ARGUMENTS",
    message: `In ${place.path}, "${name}" of a test must be a mapping of keys to values, but is ${shown(found)}.`,
    place,
  });
}

export function testHasModelArgument(name: string, place: Place): EngineError {
  return new EngineError({
    code: "TEST_MODEL_ARGUMENT",
    message: `In ${place.path}, the test "${name}" is given the argument "model", which is always the node that it tests.`,
    place,
    hint: "Remove `model:` here and list the test under the node that it is for.",
  });
}

export function testConfigTwice(key: string, place: Place): EngineError {
  return new EngineError({
    code: "TEST_CONFIG_TWICE",
    message: `A test sets "${key}" both beside its arguments and inside "config".`,
    place,
    hint: `Keep the "${key}" inside \`config:\`.`,
  });
}

export function testTagsExpected(found: unknown, place: Place): EngineError {
  return new EngineError({
    code: "TEST_TAGS",
    message: `The tags of a test must be a string or a list of strings, but are ${shown(found)}.`,
    place,
  });
}

export function testConfigCallsMacro(
  macro: string,
  test: string,
  owner: string,
  cause: unknown,
): EngineError {
  return new EngineError({
    code: "TEST_CONFIG_MACRO",
    message: `The config of the test "${test}" on ${owner} calls "${macro}", but configs of tests cannot call macros.`,
    hint: "Write the value out, or set it with `config(...)` inside the test's own block.",
    cause,
  });
}

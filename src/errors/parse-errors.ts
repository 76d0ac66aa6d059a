import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** A config key has a value of the wrong type. The caller adds node and place. */
export function configValueExpected(name: string, expected: string, found: unknown): EngineError {
  return new EngineError({
    code: "CONFIG_VALUE",
    message: `The config "${name}" must be ${expected}, but is ${shown(found)}.`,
  });
}

/** A config that breaks one of dbt's rules; `message` is a whole sentence. */
export function configRule(message: string): EngineError {
  return new EngineError({ code: "CONFIG_RULE", message });
}

/** A value of a properties file as the user would recognise it. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value, bigintText);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function bigintText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

export function freshnessExpected(found: unknown): EngineError {
  return new EngineError({
    code: "FRESHNESS_VALUE",
    message: `Freshness must have warn_after and error_after with a count and a period (minute, hour or day), but is ${shown(found)}.`,
    hint: "Write for example `warn_after: {count: 12, period: hour}`.",
  });
}

export function testsAndDataTests(owner: string, place: Place): EngineError {
  return new EngineError({
    code: "TESTS_AND_DATA_TESTS",
    message: `"${owner}" has both "tests" and "data_tests".`,
    place,
    hint: "Move the items of `tests:` into `data_tests:`; `tests:` is the older name.",
  });
}

export function configCallForm(): EngineError {
  return new EngineError({
    code: "CONFIG_CALL",
    message: "config() takes either keywords or one dictionary.",
    hint: "Write for example config(materialized='table', tags=['daily']).",
  });
}

export function configKeyTwice(old: string, current: string): EngineError {
  return new EngineError({
    code: "CONFIG_KEY_TWICE",
    message: `One config() call sets both "${old}" and "${current}", which are the same.`,
  });
}

export function loadsSeedOnly(node: string): EngineError {
  return new EngineError({
    code: "LOAD_AGATE_TABLE",
    message: "load_agate_table() works only in the materialization of a seed.",
    node,
  });
}

/** Hooks of a seed that refer to other nodes. */
export function seedDependencies(seed: string): EngineError {
  return new EngineError({
    code: "SEED_DEPENDENCIES",
    message: `The seed "${seed}" has a hook that calls ref(), source() or metric(), but seeds cannot depend on other nodes.`,
    node: seed,
  });
}

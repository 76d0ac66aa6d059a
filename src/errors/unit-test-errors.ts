import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function rowsFormat(what: string, format: string, place: Place): EngineError {
  const expected = format === "dict" ? "a list of rows" : "text, or a fixture file";
  return new EngineError({
    code: "UNIT_TEST_ROWS",
    message: `The ${what} rows do not match the format "${format}", which takes ${expected}.`,
    place,
  });
}

export function fixtureNotFound(name: string, place: Place): EngineError {
  return new EngineError({
    code: "FIXTURE_NOT_FOUND",
    message: `There is no fixture file "${name}", which a unit test in ${place.path} uses.`,
    place,
    hint: `Add tests/fixtures/${name}.csv or tests/fixtures/${name}.sql.`,
  });
}

export function seedNotFound(reference: string, place: Place): EngineError {
  return new EngineError({
    code: "UNIT_TEST_SEED",
    message: `The input ${reference} has no rows, and there is no seed of that name to take them from.`,
    place,
    hint: "Give the input `rows:`; an empty list means no rows.",
  });
}

export function unitTestRule(
  test: string,
  message: string,
  place: Place,
  hint?: string,
): EngineError {
  return new EngineError({
    code: "UNIT_TEST",
    message: `The unit test "${test}" ${message}`,
    place,
    hint,
  });
}

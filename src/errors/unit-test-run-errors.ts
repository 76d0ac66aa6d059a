import { EngineError } from "./engine-error.ts";

export function unitTestInputMissing(test: string, input: string): EngineError {
  return new EngineError({
    code: "UNIT_TEST_INPUT",
    message: `The unit test "${test}" gives rows for ${input}, which names no model, seed, snapshot or source.`,
    hint: "Write input: ref('model'), input: source('source', 'table') or input: this.",
  });
}

export function unitTestInputNotGiven(test: string, target: string): EngineError {
  return new EngineError({
    code: "UNIT_TEST_INPUT_NOT_GIVEN",
    message: `The model under the unit test "${test}" reads "${target}", for which the test gives no rows.`,
    hint: "Add it under given:, with rows: [] where no rows matter.",
  });
}

import { EngineError } from "./engine-error.ts";

export function materializationReturn(materialization: string): EngineError {
  return new EngineError({
    code: "MATERIALIZATION_RETURN",
    message: `The materialization "${materialization}" did not return the relations it made.`,
    hint: "End it with: {{ return({'relations': [target_relation]}) }}",
  });
}

export function mainNotRun(materialization: string): EngineError {
  return new EngineError({
    code: "MATERIALIZATION_WITHOUT_MAIN",
    message: `The materialization "${materialization}" did not run a statement called "main".`,
    hint: "Run its statement in {% call statement('main') %} ... {% endcall %}.",
  });
}

/** The test materialization must give one row: failures, should_warn, should_error. */
export function testResultShape(node: string, rows: number, columns: number): EngineError {
  return new EngineError({
    code: "TEST_RESULT_SHAPE",
    message: `The test "${node}" gave ${rows} rows with ${columns} columns; its result must be one row with three columns.`,
    node,
  });
}

export function testResultNotBoolean(node: string, column: string, value: string): EngineError {
  return new EngineError({
    code: "TEST_RESULT_NOT_BOOLEAN",
    message: `The test "${node}" gave "${value}" as ${column}, which is neither true nor false.`,
    hint: "Check fail_calc, warn_if and error_if of the test.",
    node,
  });
}

export function pointerCollides(model: string, alias: string): EngineError {
  return new EngineError({
    code: "POINTER_COLLIDES",
    message: `The pointer to the latest version of "${model}" cannot be made: that version itself is named "${alias}".`,
    hint: "Give one of them another alias, or set latest_version_pointer to false for the model.",
  });
}

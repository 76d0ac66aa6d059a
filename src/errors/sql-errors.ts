import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/** The statement does not follow Spark SQL's grammar. */
export function sqlSyntaxError(found: string, expected: string, place: Place): EngineError {
  return new EngineError({
    code: "SQL_SYNTAX",
    message: `Spark SQL: found ${found}, where ${expected} was expected.`,
    place,
  });
}

/** A string, quoted name or comment that never ends. */
export function sqlUnclosed(what: string, place: Place): EngineError {
  return new EngineError({
    code: "SQL_UNCLOSED",
    message: `Spark SQL: the ${what} that starts here is not closed.`,
    place,
  });
}

/** A literal whose text is no value of its type. */
export function sqlLiteralError(text: string, type: string, place: Place): EngineError {
  return new EngineError({
    code: "SQL_LITERAL",
    message: `Spark SQL: "${text}" is no ${type}.`,
    place,
  });
}

/** A name that no relation in scope has. */
export function sqlColumnNotFound(
  name: string,
  candidates: readonly string[],
  place: Place,
): EngineError {
  return new EngineError({
    code: "SQL_COLUMN_NOT_FOUND",
    message: `Spark SQL: there is no column "${name}" here.`,
    place,
    hint: candidates.length > 0 ? `Columns in reach: ${candidates.join(", ")}.` : undefined,
  });
}

/** A name that more than one relation in scope has. */
export function sqlColumnAmbiguous(
  name: string,
  owners: readonly string[],
  place: Place,
): EngineError {
  return new EngineError({
    code: "SQL_COLUMN_AMBIGUOUS",
    message: `Spark SQL: the column "${name}" is in more than one relation: ${owners.join(", ")}.`,
    place,
    hint: "Write the relation's name or alias before the column's.",
  });
}

/** Arguments or operands whose types do not fit. */
export function sqlTypeMismatch(what: string, problem: string, place: Place): EngineError {
  return new EngineError({
    code: "SQL_TYPE_MISMATCH",
    message: `Spark SQL: ${what} ${problem}.`,
    place,
  });
}

/** A function called with a number of arguments that it does not take. */
export function sqlArgumentCount(
  name: string,
  given: number,
  expected: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "SQL_ARGUMENT_COUNT",
    message: `Spark SQL: the function "${name}" takes ${expected}, and ${given} ${given === 1 ? "is" : "are"} given.`,
    place,
  });
}

/** A rule of Spark's analyzer that the query breaks. */
export function sqlRuleBroken(problem: string, place: Place, hint?: string): EngineError {
  return new EngineError({
    code: "SQL_ANALYSIS",
    message: `Spark SQL: ${problem}.`,
    place,
    hint,
  });
}

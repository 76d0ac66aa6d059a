import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

/**
 * Spark SQL that the front end refuses, in Spark's words: its error class stands at the front of
 * the message, because users and dbt projects search for it.
 */
function sqlError(facts: {
  readonly code: string;
  readonly condition: string;
  readonly message: string;
  readonly place: Place;
  readonly hint?: string | undefined;
}): EngineError {
  const { condition, message, ...rest } = facts;
  return new EngineError({ ...rest, kind: "database", message: `[${condition}] ${message}` });
}

/** A token where the grammar has another. `expected` in words: `the end of the statement`. */
export function sqlSyntaxError(found: string, expected: string, place: Place): EngineError {
  return sqlError({
    code: "SQL_SYNTAX",
    condition: "PARSE_SYNTAX_ERROR",
    message: `Syntax error at or near ${found}: ${expected} was expected.`,
    place,
  });
}

/** A string, quoted name or comment that never ends. */
export function sqlUnclosed(what: string, place: Place): EngineError {
  return sqlError({
    code: "SQL_UNCLOSED",
    condition: "PARSE_SYNTAX_ERROR",
    message: `The ${what} that starts here is not closed.`,
    place,
  });
}

/** A literal whose text is no value of its type. */
export function sqlLiteralError(text: string, type: string, place: Place): EngineError {
  return sqlError({
    code: "SQL_LITERAL",
    condition: "INVALID_TYPED_LITERAL",
    message: `The value of the typed literal is invalid: "${text}" is no ${type}.`,
    place,
  });
}

/** A relation that is neither in the catalog nor a common table expression. */
export function sqlRelationNotFound(name: readonly string[], place: Place): EngineError {
  return sqlError({
    code: "SQL_RELATION_NOT_FOUND",
    condition: "TABLE_OR_VIEW_NOT_FOUND",
    message: `The table or view ${quoted(name)} cannot be found. Verify the spelling and correctness of the schema and catalog.`,
    place,
  });
}

/** A name that no relation in scope has. */
export function sqlColumnNotFound(
  name: string,
  candidates: readonly string[],
  place: Place,
): EngineError {
  const problem = `A column or function parameter with name ${quoted(name.split("."))} cannot be resolved.`;
  const suggestions = candidates.map((candidate) => quoted([candidate])).join(", ");
  return sqlError({
    code: "SQL_COLUMN_NOT_FOUND",
    condition: `UNRESOLVED_COLUMN.${candidates.length > 0 ? "WITH" : "WITHOUT"}_SUGGESTION`,
    message:
      candidates.length > 0
        ? `${problem} Did you mean one of the following? [${suggestions}].`
        : problem,
    place,
  });
}

/** A name that more than one relation in scope has. */
export function sqlColumnAmbiguous(
  name: string,
  owners: readonly string[],
  place: Place,
): EngineError {
  const choices = owners.map((owner) => quoted([owner, name])).join(", ");
  return sqlError({
    code: "SQL_COLUMN_AMBIGUOUS",
    condition: "AMBIGUOUS_REFERENCE",
    message: `Reference ${quoted([name])} is ambiguous, could be: [${choices}].`,
    place,
    hint: "Write the relation's name or alias before the column's.",
  });
}

/** An operator or function that does not take the types it is given. */
export function sqlTypeMismatch(what: string, problem: string, place: Place): EngineError {
  return sqlError({
    code: "SQL_TYPE_MISMATCH",
    condition: "DATATYPE_MISMATCH",
    message: `Cannot resolve ${what} due to data type mismatch: it ${problem}.`,
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
  return sqlError({
    code: "SQL_ARGUMENT_COUNT",
    condition: "WRONG_NUM_ARGS.WITHOUT_SUGGESTION",
    message: `The function "${name}" requires ${expected} but the actual number is ${given}.`,
    place,
  });
}

/** A rule of Spark's analyzer that the statement breaks. */
export function sqlRuleBroken(problem: string, place: Place, hint?: string): EngineError {
  return sqlError({
    code: "SQL_ANALYSIS",
    condition: "INVALID_STATEMENT",
    message: `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`,
    place,
    hint,
  });
}

function quoted(parts: readonly string[]): string {
  return parts.map((part) => `\`${part.replaceAll("`", "``")}\``).join(".");
}

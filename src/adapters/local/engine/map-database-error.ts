import { engineFailed, sparkError, statementInterrupted } from "../../../errors/adapter-errors.ts";
import { EngineError } from "../../../errors/engine-error.ts";
import { sparkName } from "./spark-name.ts";

/** What DuckDB said, in Spark's words where Spark has words for it. EngineErrors pass. */
export function mapDatabaseError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/^INTERRUPT Error/i.test(text)) return statementInterrupted(error);
  for (const { pattern, make } of RULES) {
    const match = pattern.exec(text);
    if (match !== null) return make(match, error);
  }
  return engineFailed(firstPart(text), error);
}

/** Two lanes touched the same thing at once; the statement can be run again. */
export function isConflict(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return /write-write conflict|Conflict on (?:tuple|update)|Transaction conflict|Failed to commit|has been altered|been modified by another/i.test(
    text,
  );
}

interface Rule {
  readonly pattern: RegExp;
  readonly make: (match: RegExpExecArray, cause: unknown) => EngineError;
}

const NOT_FOUND_TAIL =
  "cannot be found. Verify the spelling and correctness of the schema and catalog.";

const RULES: readonly Rule[] = [
  {
    pattern: /^Catalog Error: (?:Table|View) with name (.+?) does not exist/,
    make: ([, name = ""], cause) =>
      sparkError(
        "TABLE_OR_VIEW_NOT_FOUND",
        `The table or view ${sparkName(name)} ${NOT_FOUND_TAIL}`,
        undefined,
        cause,
      ),
  },
  {
    pattern: /Referenced column "(.+?)" (?:was )?not found[\s\S]*?Candidate bindings: (.+)/,
    make: ([, name = "", candidates = ""], cause) =>
      sparkError(
        "UNRESOLVED_COLUMN.WITH_SUGGESTION",
        `A column, variable, or function parameter with name ${sparkName(name)} cannot be resolved. Did you mean one of the following? [${suggestions(candidates)}].`,
        undefined,
        cause,
      ),
  },
  {
    pattern: /Referenced (?:column|table) "(.+?)" (?:was )?not found/,
    make: ([, name = ""], cause) =>
      sparkError(
        "UNRESOLVED_COLUMN.WITHOUT_SUGGESTION",
        `A column, variable, or function parameter with name ${sparkName(name)} cannot be resolved.`,
        undefined,
        cause,
      ),
  },
  {
    pattern:
      /^Catalog Error: (?:Scalar|Aggregate|Table|Macro)? ?Function with name "?(.+?)"? does not exist/,
    make: ([, name = ""], cause) =>
      sparkError(
        "UNRESOLVED_ROUTINE",
        `Cannot resolve function ${sparkName(name.replace(/^sp_/, ""))} on search path [\`system\`.\`builtin\`, \`system\`.\`session\`, \`spark_catalog\`.\`default\`].`,
        undefined,
        cause,
      ),
  },
  {
    pattern: /^Constraint Error: NOT NULL constraint failed: (?:.*\.)?(.+)$/m,
    make: ([, column = ""], cause) =>
      sparkError(
        "NOT_NULL_CONSTRAINT_VIOLATION",
        `NULL value appeared in the non-nullable column ${sparkName(column.trim())}.`,
        undefined,
        cause,
      ),
  },
  {
    // The prelude's functions say it in Spark's words: "[CONDITION] message".
    pattern: /\[([A-Z][A-Z0-9_.]+)\] ([\s\S]*)/,
    make: ([, condition = "", message = ""], cause) =>
      sparkError(condition, firstPart(message), undefined, cause),
  },
  {
    pattern: /^Conversion Error: ([\s\S]*)/,
    make: ([, message = ""], cause) =>
      sparkError("CAST_INVALID_INPUT", firstPart(message), undefined, cause),
  },
  {
    pattern: /^Out of Range Error: ([\s\S]*)/,
    make: ([, message = ""], cause) =>
      sparkError("ARITHMETIC_OVERFLOW", firstPart(message), undefined, cause),
  },
];

function suggestions(candidates: string): string {
  return [...candidates.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => sparkName(name)).join(", ");
}

/** DuckDB's message without the copy of its own SQL, which the user never wrote. */
function firstPart(text: string): string {
  return text.split(/\n\s*\nLINE \d+:|\nLINE \d+:/)[0]?.trim() ?? text;
}

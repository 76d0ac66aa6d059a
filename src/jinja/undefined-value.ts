import { pythonError, type PythonErrorType } from "../errors/jinja-errors.ts";
import type { EngineError } from "../errors/engine-error.ts";

export interface UndefinedFacts {
  /** The whole message; without it one is made from `name` and `owner`. */
  readonly hint?: string;
  /** The name or key that was not there. */
  readonly name?: unknown;
  /** `dict object` when an attribute or item was missing, none when a variable was. */
  readonly owner?: string;
  readonly type?: PythonErrorType;
  /** dbt's parse-time variant: attributes, items and calls give an undefined value again. */
  readonly absorbing?: boolean;
}

/** Jinja's Undefined: prints as nothing, is false and empty; any other use fails. */
export class UndefinedValue {
  readonly facts: UndefinedFacts;

  constructor(facts: UndefinedFacts) {
    this.facts = facts;
  }

  /** The error of a use that undefined values do not allow. */
  error(): EngineError {
    return pythonError(this.facts.type ?? "UndefinedError", undefinedMessage(this.facts));
  }
}

function undefinedMessage({ hint, name, owner }: UndefinedFacts): string {
  if (hint !== undefined) return hint;
  if (owner === undefined) return `'${String(name)}' is undefined`;
  if (typeof name === "string") return `'${owner}' has no attribute '${name}'`;
  return `${owner} has no element ${String(name)}`;
}

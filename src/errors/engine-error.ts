import type { MacroFrame, Place } from "./place.ts";

/**
 * - `user`: the project, profile or command line must change.
 * - `database`: the engine refused a statement.
 * - `interrupted`: the user stopped the run.
 * - `bug`: an invariant of this program broke.
 */
export type ErrorKind = "user" | "database" | "interrupted" | "bug";

export interface EngineErrorFacts {
  /** Stable, upper case with underscores, listed in docs/reference/errors.md. */
  readonly code: string;
  /** What happened, in the user's words: whole sentences that name the thing in quotes. */
  readonly message: string;
  readonly kind?: ErrorKind;
  readonly place?: Place | undefined;
  /** One way on: a sentence, or a command to type. */
  readonly hint?: string | undefined;
  readonly macroStack?: readonly MacroFrame[];
  readonly cause?: unknown;
  /** Unique id of the node that was being worked on. */
  readonly node?: string | undefined;
}

/** The one error class. Factories in `src/errors/*-errors.ts` make it; nothing else throws. */
export class EngineError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly place: Place | undefined;
  readonly hint: string | undefined;
  readonly macroStack: readonly MacroFrame[];
  readonly node: string | undefined;

  constructor(facts: EngineErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = "EngineError";
    this.code = facts.code;
    this.kind = facts.kind ?? "user";
    this.place = facts.place;
    this.hint = facts.hint;
    this.macroStack = facts.macroStack ?? [];
    this.node = facts.node;
  }

  /** The same error with what an outer layer knows and an inner one did not. */
  with(facts: Partial<Omit<EngineErrorFacts, "code" | "message">>): EngineError {
    return new EngineError({
      code: this.code,
      message: this.message,
      kind: facts.kind ?? this.kind,
      place: this.place ?? facts.place,
      hint: this.hint ?? facts.hint,
      macroStack: this.macroStack.length > 0 ? this.macroStack : (facts.macroStack ?? []),
      cause: this.cause ?? facts.cause,
      node: this.node ?? facts.node,
    });
  }
}

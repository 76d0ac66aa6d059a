import { EngineError } from "./engine-error.ts";
import type { MacroFrame, Place } from "./place.ts";

/** Python's and Jinja's exception classes that templates can meet, with our code for each. */
const CODES = {
  TemplateSyntaxError: "JINJA_SYNTAX",
  TemplateAssertionError: "JINJA_UNKNOWN_NAME",
  TemplateRuntimeError: "JINJA_RUNTIME",
  UndefinedError: "JINJA_UNDEFINED",
  SecurityError: "JINJA_SECURITY",
  FilterArgumentError: "JINJA_FILTER_ARGUMENT",
  SyntaxError: "JINJA_MISPLACED",
  TypeError: "JINJA_TYPE",
  ValueError: "JINJA_VALUE",
  KeyError: "JINJA_KEY",
  IndexError: "JINJA_INDEX",
  AttributeError: "JINJA_ATTRIBUTE",
  ZeroDivisionError: "JINJA_ZERO_DIVISION",
  OverflowError: "JINJA_OVERFLOW",
  AssertionError: "JINJA_ASSERTION",
  RecursionError: "JINJA_RECURSION",
  RuntimeError: "JINJA_CHANGED_WHILE_ITERATED",
  StopIteration: "JINJA_EXHAUSTED",
} as const;

export type PythonErrorType = keyof typeof CODES;

const TYPES = new Map<string, PythonErrorType>(
  Object.entries(CODES).map(([type, code]) => [code, type as PythonErrorType]),
);

/** What Python would raise as `type`. Messages keep Python's and Jinja's wording: dbt users know it. */
export function pythonError(type: PythonErrorType, message: string, place?: Place): EngineError {
  return new EngineError({ code: CODES[type], message, place, hint: HINTS[type] });
}

const HINTS: Partial<Readonly<Record<PythonErrorType, string>>> = {
  TemplateSyntaxError: "The template breaks off at the caret: look at what stands before it.",
  UndefinedError: "Look at the spelling, or guard it with: {% if name is defined %}.",
};

/** The Python class that an error stands for, or undefined where it does not come from a template. */
export function jinjaErrorType(error: unknown): PythonErrorType | undefined {
  return error instanceof EngineError ? TYPES.get(error.code) : undefined;
}

/** More frames tell nothing: they are an endless recursion's. */
const MOST_FRAMES = 100;

/** The same error, with one more macro call that it passed through (innermost first). */
export function withMacroFrame(error: EngineError, frame: MacroFrame): EngineError {
  if (error.macroStack.length >= MOST_FRAMES) return error;
  return new EngineError({
    code: error.code,
    kind: error.kind,
    message: error.message,
    place: error.place,
    hint: error.hint,
    macroStack: [...error.macroStack, frame],
    cause: error.cause,
    node: error.node,
  });
}

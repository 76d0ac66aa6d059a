import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";

export function pythonSyntax(place: Place): EngineError {
  return new EngineError({
    code: "PYTHON_SYNTAX",
    message: `Cannot read ${place.path} as Python.`,
    place,
  });
}

/** `fault` is the rest of a sentence that begins with the file. */
export function pythonModelFunction(fault: string, place: Place): EngineError {
  return new EngineError({
    code: "PYTHON_MODEL",
    message: `${place.path} ${fault}`,
    place,
    hint: "Write `def model(dbt, session):` and return a data frame at its end.",
  });
}

export function pythonLiteral(place: Place): EngineError {
  return new EngineError({
    code: "PYTHON_LITERAL",
    message:
      "Calls of dbt.ref, dbt.source and dbt.config in Python models take only literal values.",
    place,
    hint: "Write the names and values out: they are read without running the model.",
  });
}

export function pythonJinja(place: Place): EngineError {
  return new EngineError({
    code: "PYTHON_JINJA",
    message: `${place.path} has Jinja in it, which Python models cannot have.`,
    place,
    hint: "Read settings with dbt.config.get() instead.",
  });
}

export function pythonCallArguments(name: string, count: number, place: Place): EngineError {
  return new EngineError({
    code: "PYTHON_CALL",
    message: `${name} in ${place.path} takes a key and a default at most, but is given ${count} arguments.`,
    place,
  });
}

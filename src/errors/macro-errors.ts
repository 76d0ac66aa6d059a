import { EngineError } from "./engine-error.ts";

export function macroNotFound(name: string): EngineError {
  return new EngineError({
    code: "MACRO_NOT_FOUND",
    message: `There is no macro called "${name}" in this project or its packages.`,
  });
}

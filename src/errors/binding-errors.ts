import { EngineError } from "./engine-error.ts";

export function bindingsMismatch(placeholders: number, values: number): EngineError {
  return new EngineError({
    code: "BINDINGS_MISMATCH",
    message: `The statement has ${placeholders} placeholders, and ${values} values were given for them.`,
  });
}

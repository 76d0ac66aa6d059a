import { EngineError } from "./engine-error.ts";

export function strategyNotValid(strategy: string): EngineError {
  return new EngineError({
    code: "INCREMENTAL_STRATEGY",
    message: `The incremental strategy "${strategy}" is not valid for Glue.`,
    hint: "Use append, insert_overwrite, merge or microbatch.",
  });
}

export function strategyMacroNotFound(macro: string, project: string): EngineError {
  return new EngineError({
    code: "INCREMENTAL_STRATEGY_MACRO",
    message: `There is no macro "${macro}" in "${project}" or its packages, which the model's incremental strategy needs.`,
  });
}

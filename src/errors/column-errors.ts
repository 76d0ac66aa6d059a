import { EngineError } from "./engine-error.ts";

export function columnNotString(name: string, dtype: string): EngineError {
  return new EngineError({
    code: "COLUMN_NOT_STRING",
    message: `string_size() was called on the column "${name}", whose type is ${dtype}.`,
  });
}

export function columnTypeNotReadable(type: string): EngineError {
  return new EngineError({
    code: "COLUMN_TYPE_NOT_READABLE",
    message: `The data type "${type}" could not be taken apart: its brackets must hold one or two whole numbers.`,
  });
}

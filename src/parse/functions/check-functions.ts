import { defaultBeforeRequired, javascriptFunction } from "../../errors/function-errors.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import type { ParseEnvironment } from "../parse-environment.ts";

/** Arguments with defaults come last; Spark knows no functions in JavaScript. */
export function checkFunctions({ manifest }: ParseEnvironment): void {
  for (const draft of manifest.functions.values()) {
    let hasDefault = false;
    for (const argument of draft.functionPart.arguments) {
      if (!isMapping(argument)) continue;
      const isDefaulted = argument.default_value !== null;
      if (hasDefault && !isDefaulted)
        throw defaultBeforeRequired(draft.name, String(argument.name), draft.place);
      hasDefault ||= isDefaulted;
    }
    if (draft.language === "javascript") throw javascriptFunction(draft.name, draft.place);
  }
}

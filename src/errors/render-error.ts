import type { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";
import { renderSnippet } from "./render-snippet.ts";

/**
 * An error as the user reads it: code and place, what happened, the lines around it with a caret,
 * the macros that called each other, one hint. Plain text without colours; it may have many lines.
 */
export function renderError(error: EngineError): string {
  const { place } = error;
  return [
    place ? `${error.code}  ${placeText(place)}` : error.code,
    indent(error.message),
    ...(place ? withBlankLines(renderSnippet(place)) : []),
    ...renderMacroStack(error),
    ...(error.hint === undefined ? [] : [indent(`Hint: ${error.hint}`)]),
  ].join("\n");
}

/** `models/orders.sql:4:15`, as far as it is known. */
export function placeText(place: Place): string {
  const parts = [place.path, place.line, place.line === undefined ? undefined : place.column];
  return parts.filter((part) => part !== undefined).join(":");
}

/** The macros from the innermost out, and the node that called the outermost. */
function renderMacroStack({ macroStack, node }: EngineError): readonly string[] {
  const frames = macroStack.map((frame, index) => {
    const word = index === 0 ? "in macro" : "called by macro";
    return indent(`${word} ${frame.name} (${frame.path}:${frame.line})`);
  });
  return frames.length === 0 || node === undefined
    ? frames
    : [...frames, indent(`called by ${node}`)];
}

function withBlankLines(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines, ""];
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}

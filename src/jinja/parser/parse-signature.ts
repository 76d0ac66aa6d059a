import type { Parameter, TypeName } from "../nodes.ts";
import { parseNameTarget } from "./parse-target.ts";
import type { ParserState } from "./parser-state.ts";

/** `(a, b=1)` of a macro or call block; with types where the environment allows them. */
export function parseSignature(state: ParserState): Parameter[] {
  const { stream } = state;
  stream.expect("operator", "(");
  const parameters: Parameter[] = [];
  let optional = false;
  while (!stream.test("operator", ")")) {
    if (parameters.length > 0) stream.expect("operator", ",");
    const { name } = parseNameTarget(state);
    const typed = state.options.typedParameters && stream.skip("operator", ":");
    const type = typed ? parseTypeName(state) : undefined;
    const fallback = stream.skip("operator", "=") ? state.expression() : undefined;
    if (fallback !== undefined) optional = true;
    else if (optional) stream.fail("non-default argument follows default argument");
    parameters.push({ name, fallback, type });
  }
  stream.expect("operator", ")");
  return parameters;
}

function parseTypeName(state: ParserState): TypeName {
  const { stream } = state;
  const name = stream.expect("name").text;
  const parameters: TypeName[] = [];
  if (!stream.skip("operator", "[")) return { name, parameters };
  while (!stream.test("operator", "]")) {
    if (parameters.length > 0) stream.expect("operator", ",");
    parameters.push(parseTypeName(state));
  }
  stream.expect("operator", "]");
  return { name, parameters };
}

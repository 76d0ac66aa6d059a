import { macroNotFound } from "../../errors/macro-errors.ts";
import { HOST, isHostObject } from "../../jinja/host-object.ts";
import type { AdapterScope } from "./adapter-scope.ts";

/** Calls a macro by name as the node itself could: the project's own macro of that name wins. */
export async function callMacro(
  { scope }: AdapterScope,
  name: string,
  named: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const macro = scope().lookup(name);
  if (!isHostObject(macro) || !macro[HOST].call) throw macroNotFound(name);
  return await macro[HOST].call({ positional: [], named: new Map(Object.entries(named)) });
}

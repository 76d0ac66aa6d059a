import { toPython } from "../jinja/convert.ts";
import { hostFunction, hostObject, type HostObject } from "../jinja/host-object.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { PyTuple } from "../jinja/py-tuple.ts";
import { MISSING } from "../jinja/scope.ts";
import type { RunResult } from "../manifest/run-result.ts";
import { modelDict } from "./model-dict.ts";

/** A run result as on-run-end hooks see it; `node` is the whole node. */
export function resultObject(result: RunResult, node: object): HostObject {
  const { unique_id: _, ...facts } = result;
  const fields = new Map<string, unknown>(Object.entries(facts));
  const shown = modelDict(node);
  const read = (name: string): unknown => {
    if (name === "node") return shown;
    return fields.has(name) ? toPython(fields.get(name)) : MISSING;
  };
  return hostObject({
    typeName: "RunResult",
    getAttribute(name) {
      if (name !== "to_dict") return read(name);
      return hostFunction(name, () =>
        PyDict.fromEntries(["node", ...fields.keys()].map((key) => [key, read(key)])),
      );
    },
    getItem: (key) => (typeof key === "string" ? read(key) : MISSING),
    str: () => `RunResult(status=${result.status}, unique_id=${result.unique_id})`,
  });
}

/** Python tuples. */
export function pairsOf(pairs: readonly (readonly unknown[])[]): PyTuple[] {
  return pairs.map((pair) => new PyTuple(pair));
}

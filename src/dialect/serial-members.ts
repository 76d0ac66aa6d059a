import { pythonError } from "../errors/jinja-errors.ts";
import { bindArguments } from "../jinja/bind-arguments.ts";
import { toPython } from "../jinja/convert.ts";
import { hostFunction, isHostObject, type HostObject } from "../jinja/host-object.ts";
import { toJsonText } from "../jinja/json-text.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { PyTuple } from "../jinja/py-tuple.ts";
import { PyDate, PyDateTime, PyFloat } from "../util/python-values.ts";
import { pythonTypeName } from "../jinja/python-types.ts";
import { pyTruth } from "../jinja/python-truth.ts";
import { parseJson } from "./parse-json.ts";

/** YAML as the host reads and writes it; this layer knows none. */
export interface YamlFunctions {
  /** The value of a text, as PyYAML's safe_load; undefined where it is no YAML. */
  load(text: string): { readonly value: unknown } | undefined;
  /** The text of a value of arrays, Maps and scalars, as PyYAML's safe_dump. */
  dump(value: unknown, options: { readonly sortKeys: boolean }): string;
}

/** `fromjson` and `tojson`. */
export const SERIAL_MEMBERS: Readonly<Record<string, HostObject>> = {
  fromjson: hostFunction("fromjson", (args) => {
    const [text, fallback] = bindArguments("fromjson", ["string", "default=None"], args);
    if (typeof text !== "string") {
      throw pythonError(
        "TypeError",
        `the JSON object must be str, bytes or bytearray, not ${pythonTypeName(text)}`,
      );
    }
    const parsed = parseJson(text);
    return parsed === undefined ? fallback : parsed.value;
  }),
  // The default is for what Python calls a ValueError; a value JSON has no form for is a TypeError.
  tojson: hostFunction("tojson", (args) => {
    const [value, , sortKeys] = bindArguments(
      "tojson",
      ["value", "default=None", "sort_keys=False"],
      args,
    );
    return toJsonText(value, { indent: null, sortKeys: pyTruth(sortKeys) });
  }),
};

/** `fromyaml` and `toyaml`. */
export function yamlMembers(yaml: YamlFunctions): Record<string, HostObject> {
  return {
    fromyaml: hostFunction("fromyaml", (args) => {
      const [text, fallback] = bindArguments("fromyaml", ["value", "default=None"], args);
      if (typeof text !== "string") return fallback;
      const loaded = yaml.load(text);
      return loaded === undefined ? fallback : toPython(loaded.value);
    }),
    toyaml: hostFunction("toyaml", (args) => {
      const [value, fallback, sortKeys] = bindArguments(
        "toyaml",
        ["value", "default=None", "sort_keys=False"],
        args,
      );
      const plain = plainForYaml(value);
      return plain === NOT_YAML ? fallback : yaml.dump(plain, { sortKeys: pyTruth(sortKeys) });
    }),
  };
}

const NOT_YAML = Symbol("not representable");

/** Arrays, Maps and scalars; safe_dump knows no others. Tuples are lists. */
function plainForYaml(value: unknown): unknown {
  if (Array.isArray(value)) return plainItems(value);
  if (value instanceof PyTuple) return plainItems(value.items);
  if (value instanceof PyDict) {
    const entries = Array.from(value.entries(), (entry) => entry.map(plainForYaml));
    return entries.flat().includes(NOT_YAML) ? NOT_YAML : new Map(entries as [unknown, unknown][]);
  }
  if (typeof value !== "object" || value === null) return value;
  const scalar = value instanceof PyFloat || value instanceof PyDate || value instanceof PyDateTime;
  return scalar && !isHostObject(value) ? value : NOT_YAML;
}

function plainItems(items: readonly unknown[]): unknown {
  const plain = items.map(plainForYaml);
  return plain.includes(NOT_YAML) ? NOT_YAML : plain;
}

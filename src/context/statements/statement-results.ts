import type { AdapterResponse } from "../../adapter/connection.ts";
import { resultAlreadyLoaded } from "../../errors/template-errors.ts";
import {
  hostFunction,
  hostObject,
  isHostObject,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { EMPTY_TABLE, type AgateTable } from "../agate-table.ts";
import { isTableObject, tableObject, type TableEffects } from "../agate/agate-object.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";

export interface StoredResult {
  readonly response: AdapterResponse;
  readonly table: AgateTable;
}

/** The results of a node's statements, by name; `main` is the node's own. */
export interface StatementResults {
  read(name: string): StoredResult | undefined;
  /** `store_result`, `store_raw_result` and `load_result`. */
  readonly members: Readonly<Record<string, unknown>>;
}

interface Slot {
  readonly stored: StoredResult;
  readonly shown: PyDict;
  loaded: boolean;
}

export function createStatementResults(effects: TableEffects): StatementResults {
  const slots = new Map<string, Slot>();
  const store = (name: string, response: unknown, table: unknown): string => {
    const stored = {
      response: responseOf(response),
      table: isTableObject(table) ? table.table : EMPTY_TABLE,
    };
    const shown = PyDict.fromRecord({
      response,
      data: stored.table.rows.map((row) => new PyTuple(row)),
      table: isTableObject(table) ? table : tableObject(EMPTY_TABLE, effects),
    });
    slots.set(name, { stored, shown, loaded: false });
    return "";
  };
  const storeResult = hostFunction("store_result", (args) => {
    const bound = bindCall("store_result", ["name", "response", "agate_table"], args, 2);
    return store(pyStr(bound.name), bound.response, bound.agate_table);
  });
  const storeRawResult = hostFunction("store_raw_result", (args) => {
    const parameters = ["name", "message", "code", "rows_affected", "agate_table"] as const;
    const bound = bindCall("store_raw_result", parameters, args, 1);
    return store(pyStr(bound.name), rawResponse(bound), bound.agate_table);
  });
  const loadResult = hostFunction("load_result", (args) => {
    const name = pyStr(bindCall("load_result", ["name"], args, 1).name);
    const slot = slots.get(name);
    if (!slot) return null;
    if (slot.loaded) throw resultAlreadyLoaded(name);
    // Every other result can be read once; dbt reads "main" again itself.
    slot.loaded = name !== "main";
    return slot.shown;
  });
  return {
    read: (name) => slots.get(name)?.stored,
    members: {
      store_result: storeResult,
      store_raw_result: storeRawResult,
      load_result: loadResult,
    },
  };
}

type ResponseObject = HostObject & { readonly response: AdapterResponse };

/** An adapter response as templates see it: prints its message, has its fields. */
export function responseObject(response: AdapterResponse): ResponseObject {
  const fields = new Map<unknown, unknown>(Object.entries(response));
  const read = (name: unknown): unknown => {
    if (fields.has(name)) return fields.get(name);
    return name === "code" || name === "rows_affected" ? null : MISSING;
  };
  return hostObject(
    {
      typeName: "AdapterResponse",
      getAttribute: (name) =>
        name === "to_dict" ? hostFunction(name, () => PyDict.fromEntries(fields)) : read(name),
      getItem: read,
      str: () => response._message,
    },
    { response },
  );
}

export function responseOf(value: unknown): AdapterResponse {
  if (isHostObject(value) && "response" in value) return (value as ResponseObject).response;
  return { _message: optionalText(value) ?? "None" };
}

function rawResponse(bound: {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly rows_affected?: unknown;
}): ResponseObject {
  const code = optionalText(bound.code);
  const rows = optionalText(bound.rows_affected);
  return responseObject({
    _message: optionalText(bound.message) ?? "",
    ...(code === null ? {} : { code }),
    ...(rows !== null && /^-?\d+$/.test(rows) ? { rows_affected: Number(rows) } : {}),
  });
}

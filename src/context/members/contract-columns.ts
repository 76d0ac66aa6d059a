import type { ContractColumn } from "../../errors/contract-errors.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { listOf } from "./call-arguments.ts";

/** Column dicts of `raise_contract_error`: name, data_type, formatted. */
export function contractColumns(value: unknown): ContractColumn[] {
  return listOf(value).flatMap((column) => {
    if (!(column instanceof PyDict)) return [];
    const read = (key: string): string => {
      const found = column.get(key);
      return found === MISSING ? "" : pyStr(found);
    };
    return [{ name: read("name"), type: read("data_type") }];
  });
}

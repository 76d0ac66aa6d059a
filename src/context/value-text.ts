import { pyStr } from "../jinja/python-text.ts";

/** A cell of a query's result as people read it; NULL is `NULL`. */
export function valueText(value: unknown): string {
  return value === null ? "NULL" : pyStr(value);
}

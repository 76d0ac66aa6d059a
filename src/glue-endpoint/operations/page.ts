import { invalidInput } from "../glue-fault.ts";
import type { Input } from "../request.ts";

/** One page of a listing; the token is the offset, opaque to clients. */
export function page<T>(
  all: readonly T[],
  input: Input,
  limits: { readonly max: number; readonly default: number },
): { items: readonly T[]; next: string | undefined } {
  const size = input.optionalInteger("MaxResults", { min: 1, max: limits.max }) ?? limits.default;
  const token = input.optionalString("NextToken");
  const from = token === undefined ? 0 : offsetOf(token);
  const next = from + size < all.length ? tokenOf(from + size) : undefined;
  return { items: all.slice(from, from + size), next };
}

const tokenOf = (offset: number): string => Buffer.from(`offset:${offset}`).toString("base64");

function offsetOf(token: string): number {
  const match = /^offset:(\d+)$/.exec(Buffer.from(token, "base64").toString("utf8"));
  if (!match) throw invalidInput("NextToken is not one of this service.");
  return Number(match[1]);
}

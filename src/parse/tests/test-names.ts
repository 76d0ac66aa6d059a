import { pyStr } from "../../jinja/python-text.ts";
import { toPython } from "../../jinja/convert.ts";
import { md5 } from "../hashes.ts";
import { isMapping } from "../../yaml/typed-readers.ts";

export interface TestNames {
  /** The file's name, and the alias where it differs from `full`. Shorter than 64 characters. */
  readonly short: string;
  /** Name, fqn and unique id. */
  readonly full: string;
}

const LONGEST_NAME = 63;
const KEPT_OF_LONG_NAME = 30;

/**
 * The name of a generic test without a `name:`: the test, its target and the values of its arguments
 * in the order of their names.
 */
export function synthesizeTestNames(
  test: string,
  target: string,
  args: Readonly<Record<string, unknown>>,
): TestNames {
  const values = Object.keys(args)
    .filter((name) => name !== "model")
    .sort()
    .flatMap((name) => partsOf(args[name]))
    .map((part) => pyStr(toPython(part)).replace(/[^0-9a-zA-Z_]+/g, "_"));
  const identifier = `${test}_${target}`;
  const full = `${identifier}_${values.join("__")}`;
  if (full.length <= LONGEST_NAME) return { short: full, full };
  return { short: `${identifier.slice(0, KEPT_OF_LONG_NAME)}_${md5(full)}`, full };
}

function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isMapping(value) ? Object.values(value) : [value];
}

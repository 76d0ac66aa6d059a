import { bindArguments } from "../../jinja/bind-arguments.ts";
import { hostFunction, type CallArguments } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyIterate, pyList } from "../../jinja/py-iterate.ts";
import { PyIterator } from "../../jinja/py-iterator.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { add } from "../../jinja/python-arithmetic.ts";
import { pyTruth } from "../../jinja/python-truth.ts";
import { notSupported } from "../../errors/not-supported.ts";
import { arrangements, cartesian, selections } from "./combinations.ts";

type Tool = (args: CallArguments) => unknown;

/** `modules.itertools`: what dbt lets through of Python's. `onUse` hears every call, which dbt deprecates. */
export function itertoolsModule(onUse: (name: string) => void): PyDict {
  const tools = Object.entries(TOOLS).map(
    ([name, tool]) =>
      [
        name,
        hostFunction(name, (args) => {
          onUse(name);
          return tool(args);
        }),
      ] as const,
  );
  return PyDict.fromRecord(Object.fromEntries(tools));
}

const TOOLS: Readonly<Record<string, Tool>> = {
  count(args) {
    const [start, step] = bindArguments("count", ["start=0", "step=1"], args);
    return iterator("count", counting(start, step));
  },
  cycle: ({ positional }) => iterator("cycle", cycling(pyList(positional[0]))),
  repeat(args) {
    const [value, times] = bindArguments("repeat", ["object", "times="], args);
    return iterator("repeat", repeating(value, typeof times === "number" ? times : Infinity));
  },
  accumulate(args) {
    const [items, func, initial] = bindArguments(
      "accumulate",
      ["iterable", "func=None", "initial=None"],
      args,
    );
    if (func !== null) throw notSupported("a function for accumulate", "in templates");
    return iterator("accumulate", accumulating(pyList(items), initial));
  },
  chain: ({ positional }) => iterator("chain", positional.flatMap(pyList)),
  compress(args) {
    const [data, selectors] = bindArguments("compress", ["data", "selectors"], args);
    const kept = pyList(selectors).map(pyTruth);
    return iterator(
      "compress",
      pyList(data).filter((_item, index) => kept[index] === true),
    );
  },
  islice: ({ positional }) => iterator("islice", sliceOf(positional)),
  starmap: () => {
    throw notSupported("starmap", "in templates");
  },
  tee({ positional: [items, count = 2] }) {
    const all = pyList(items);
    return new PyTuple(Array.from({ length: Number(count) }, () => iterator("_tee", [...all])));
  },
  zip_longest({ positional, named }) {
    const columns = positional.map(pyList);
    const length = Math.max(0, ...columns.map((column) => column.length));
    const filler = named.get("fillvalue") ?? null;
    const rows = Array.from({ length }, (_unused, row) =>
      columns.map((column) => (row < column.length ? column[row] : filler)),
    );
    return iterator("zip_longest", tuples(rows));
  },
  product({ positional, named }) {
    const pools = positional.map(pyList);
    const repeat = Number(named.get("repeat") ?? 1);
    return iterator(
      "product",
      tuples(cartesian(Array.from({ length: repeat }, () => pools).flat())),
    );
  },
  permutations({ positional: [items, length] }) {
    const pool = pyList(items);
    const count = typeof length === "number" ? length : pool.length;
    return iterator("permutations", tuples(arrangements(pool, count)));
  },
  combinations: ({ positional: [items, length] }) =>
    iterator("combinations", tuples(selections(pyList(items), Number(length), false))),
  combinations_with_replacement: ({ positional: [items, length] }) =>
    iterator(
      "combinations_with_replacement",
      tuples(selections(pyList(items), Number(length), true)),
    ),
};

function iterator(name: string, items: Iterable<unknown>): PyIterator {
  return new PyIterator(items, `itertools.${name}`);
}

function tuples(rows: Iterable<readonly unknown[]>): PyTuple[] {
  return Array.from(rows, (row) => new PyTuple(row));
}

function* counting(start: unknown, step: unknown): Generator {
  for (let value = start; ; value = add(value, step)) yield value;
}

function* cycling(items: readonly unknown[]): Generator {
  while (items.length > 0) yield* items;
}

function* repeating(value: unknown, times: number): Generator {
  for (let index = 0; index < times; index += 1) yield value;
}

function* accumulating(items: readonly unknown[], initial: unknown): Generator {
  const all = initial === null ? items : [initial, ...items];
  let total: unknown;
  for (const [index, item] of all.entries()) {
    total = index === 0 ? item : add(total, item);
    yield total;
  }
}

/** `islice(items, stop)` or `islice(items, start, stop, step)`; the items may be endless. */
function* sliceOf(positional: readonly unknown[]): Generator {
  const [items, ...bounds] = positional;
  const [start, stop, step] = bounds.length === 1 ? [null, bounds[0], null] : bounds;
  const end = typeof stop === "number" ? stop : Infinity;
  const stride = typeof step === "number" ? step : 1;
  let next = typeof start === "number" ? start : 0;
  let index = 0;
  if (end <= next) return;
  for (const item of pyIterate(items)) {
    if (index === next) {
      yield item;
      next += stride;
    }
    index += 1;
    if (index >= end || next >= end) return;
  }
}

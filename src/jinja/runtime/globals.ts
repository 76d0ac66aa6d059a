import { pythonError } from "../../errors/jinja-errors.ts";
import { bindArguments } from "../bind-arguments.ts";
import {
  HOST,
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
  type HostProtocol,
} from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { PyRange } from "../py-range.ts";
import { pyStr } from "../python-text.ts";
import { MISSING } from "../scope.ts";
import { intArgument } from "./arguments.ts";
import { dictEntries } from "./methods/dict-methods.ts";
import { NamespaceValue } from "./namespace-value.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { pythonTypeName } from "../python-types.ts";

/** The sandbox of Python's Jinja refuses longer ranges. */
const MAX_RANGE = 100_000;

/** Jinja's global functions by name. */
export const GLOBALS: Readonly<Record<string, unknown>> = {
  range: pythonClass("range", range),
  dict: pythonClass("dict", makeDict),
  namespace: pythonClass("jinja2.utils.Namespace", (args) => new NamespaceValue(makeDict(args))),
  cycler: pythonClass("jinja2.utils.Cycler", ({ positional }) => new Cycler(positional)),
  joiner: pythonClass("jinja2.utils.Joiner", (args) => {
    const [separator] = bindArguments("Joiner.__init__", ["sep=, "], args);
    return joiner(pyStr(separator));
  }),
  lipsum: hostFunction("generate_lorem_ipsum", lipsum),
};

function pythonClass(name: string, call: (args: CallArguments) => unknown): HostObject {
  return hostObject({ typeName: "type", call, str: () => `<class '${name}'>` });
}

function range({ positional, named }: CallArguments): PyRange {
  if (named.size > 0) throw pythonError("TypeError", "range() takes no keyword arguments");
  if (positional.length < 1 || positional.length > 3) {
    const bound = positional.length < 1 ? "at least 1 argument" : "at most 3 arguments";
    throw pythonError("TypeError", `range expected ${bound}, got ${String(positional.length)}`);
  }
  const [first = 0, second, step = 1] = positional.map(rangeBound);
  const made = second === undefined ? new PyRange(0, first) : new PyRange(first, second, step);
  if (made.length <= MAX_RANGE) return made;
  throw pythonError(
    "OverflowError",
    `Range too big. The sandbox blocks ranges larger than MAX_RANGE (${String(MAX_RANGE)}).`,
  );
}

function rangeBound(value: unknown): number {
  if (value instanceof UndefinedValue) {
    throw pythonError(
      "TypeError",
      `'${pythonTypeName(value)}' object cannot be interpreted as an integer`,
    );
  }
  return intArgument(value);
}

function makeDict({ positional, named }: CallArguments): PyDict {
  if (positional.length > 1) {
    throw pythonError(
      "TypeError",
      `dict expected at most 1 argument, got ${String(positional.length)}`,
    );
  }
  const dict = PyDict.fromEntries(positional.length === 0 ? [] : dictEntries(positional[0]));
  for (const [key, value] of named) dict.set(key, value);
  return dict;
}

/** Goes round its values, `next()` by `next()`. */
class Cycler implements HostProtocol {
  readonly typeName = "Cycler";
  readonly #items: readonly unknown[];
  #position = 0;

  constructor(items: readonly unknown[]) {
    if (items.length === 0)
      throw pythonError("RuntimeError", "at least one item has to be provided");
    this.#items = items;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    if (name === "current") return this.#items[this.#position];
    if (name === "next") return hostFunction("next", () => this.#next());
    if (name !== "reset") return MISSING;
    return hostFunction("reset", () => {
      this.#position = 0;
      return null;
    });
  }

  #next(): unknown {
    const item = this.#items[this.#position];
    this.#position = (this.#position + 1) % this.#items.length;
    return item;
  }
}

/** Gives nothing the first time, then its separator. */
function joiner(separator: string): HostObject {
  let used = false;
  return hostFunction("joiner", () => {
    const text = used ? separator : "";
    used = true;
    return text;
  });
}

const WORDS =
  "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua".split(
    " ",
  );

/** Filler text. Jinja picks words at random; here they come in order. */
function lipsum(args: CallArguments): string {
  const [count, html, least, most] = bindArguments(
    "generate_lorem_ipsum",
    ["n=5", "html=True", "min=20", "max=100"],
    args,
  );
  const length = Math.floor((intArgument(least) + intArgument(most)) / 2);
  const words = Array.from({ length }, (_unused, index) => WORDS[index % WORDS.length] ?? "");
  const sentence = `${words.join(" ")}.`;
  const paragraph = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  const paragraphs = Array.from({ length: intArgument(count) }, () => paragraph);
  return html === true
    ? paragraphs.map((text) => `<p>${text}</p>`).join("\n")
    : paragraphs.join("\n\n");
}

import { pythonError } from "../../errors/jinja-errors.ts";
import { bindArguments } from "../../jinja/bind-arguments.ts";
import {
  HOST,
  hostFunction,
  type CallArguments,
  type HostProtocol,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { PyTuple } from "../../jinja/py-tuple.ts";
import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { expandTemplate } from "./expand-template.ts";

/** Python's `re.Match`. */
export class MatchValue implements HostProtocol {
  readonly typeName = "re.Match";
  readonly match: RegExpExecArray;
  readonly #pattern: unknown;

  constructor(match: RegExpExecArray, pattern: unknown) {
    this.match = match;
    this.#pattern = pattern;
  }

  get [HOST](): HostProtocol {
    return this;
  }

  getAttribute(name: string): unknown {
    switch (name) {
      case "string":
        return this.match.input;
      case "re":
        return this.#pattern;
      case "pos":
        return 0;
      case "lastindex":
        return this.#lastIndex();
      default: {
        const method = METHODS[name];
        return method === undefined ? MISSING : hostFunction(name, (args) => method(this, args));
      }
    }
  }

  getItem(key: unknown): unknown {
    return this.group(key);
  }

  #lastIndex(): number | null {
    const texts: readonly (string | undefined)[] = this.match;
    const last = texts.findLastIndex((text) => text !== undefined);
    return last <= 0 ? null : last;
  }

  group(key: unknown): string | null {
    const named = typeof key === "string" && Object.hasOwn(this.match.groups ?? {}, key);
    if (named) return this.match.groups?.[key] ?? null;
    if (typeof key !== "number" || key < 0 || key >= this.match.length) {
      throw pythonError("IndexError", "no such group");
    }
    return this.match[key] ?? null;
  }

  /** Start and end in code points; (-1, -1) for a group that took no part. */
  span(key: unknown): readonly [number, number] {
    const indices =
      typeof key === "string"
        ? this.match.indices?.groups?.[key]
        : this.match.indices?.[Number(key)];
    if (indices === undefined) return [-1, -1];
    const [start, end] = indices.map((at) => Array.from(this.match.input.slice(0, at)).length);
    return [start ?? -1, end ?? -1];
  }

  repr(): string {
    return `<re.Match object; span=(${this.span(0).join(", ")}), match=${pyRepr(this.match[0])}>`;
  }
}

type MatchMethod = (value: MatchValue, args: CallArguments) => unknown;

const METHODS: Readonly<Record<string, MatchMethod>> = {
  group(value, { positional }) {
    const groups = (positional.length === 0 ? [0] : positional).map((key) => value.group(key));
    return groups.length === 1 ? groups[0] : new PyTuple(groups);
  },
  groups(value, args) {
    const [fallback] = bindArguments("groups", ["default=None"], args);
    return new PyTuple(value.match.slice(1).map((text: string | undefined) => text ?? fallback));
  },
  groupdict(value, args) {
    const [fallback] = bindArguments("groupdict", ["default=None"], args);
    const entries = Object.entries(value.match.groups ?? {}) as [string, string | undefined][];
    return PyDict.fromEntries(entries.map(([name, text]) => [name, text ?? fallback] as const));
  },
  start: (value, { positional }) => value.span(positional[0] ?? 0)[0],
  end: (value, { positional }) => value.span(positional[0] ?? 0)[1],
  span: (value, { positional }) => new PyTuple(value.span(positional[0] ?? 0)),
  expand: (value, { positional }) => expandTemplate(pyStr(positional[0]), value.match),
};

import type { PyDict } from "./py-dict.ts";
import { PyTuple } from "./py-tuple.ts";

export type DictViewKind = "keys" | "values" | "items";

/** What `dict.keys()`, `.values()` and `.items()` give: a window on the dict, walked again and again. */
export class PyDictView {
  readonly dict: PyDict;
  readonly kind: DictViewKind;

  constructor(dict: PyDict, kind: DictViewKind) {
    this.dict = dict;
    this.kind = kind;
  }

  get size(): number {
    return this.dict.size;
  }

  *[Symbol.iterator](): Generator {
    if (this.kind === "keys") yield* this.dict.keys();
    else if (this.kind === "values") yield* this.dict.values();
    else for (const entry of this.dict.entries()) yield new PyTuple(entry);
  }
}

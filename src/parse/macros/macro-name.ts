import type { Block } from "../../dialect/extract-blocks.ts";
import { materializationMacroName, testMacroName } from "../../dialect/macro-names.ts";

const ADAPTER = /\badapter\s*=\s*(?:'([^']*)'|"([^"]*)")/;

/** The name that a block's macro has in the manifest. */
export function macroName({ kind, name, text }: Block): string {
  switch (kind) {
    case "test":
    case "data_test":
      return testMacroName(name);
    case "materialization": {
      const header = text.slice(0, text.indexOf("%}"));
      const [, single, double] = ADAPTER.exec(header) ?? [];
      return materializationMacroName(name, single ?? double ?? "default");
    }
    case "macro":
    case "snapshot":
    case "docs":
      return name;
  }
}

import { parseCriterion } from "../config/parse-criterion.ts";
import type { SelectionGroup, SelectionSpec } from "../config/selection-spec.ts";
import { selectorNotFound } from "../errors/selector-errors.ts";
import { nearest } from "../util/nearest.ts";
import type { SelectNodesOptions } from "./select-nodes.ts";
import { selectExcludeIgnored } from "./selection-events.ts";

const EVERYTHING = ["fqn:*", "source:*", "exposure:*", "metric:*", "semantic_model:*"];

type Options = Pick<SelectNodesOptions, "select" | "exclude" | "selector" | "selectors" | "events">;

/**
 * What a command line selects: the named selector, else `--select` without `--exclude`, else the
 * default selector of selectors.yml, else everything.
 */
export function selectionSpec(options: Options): SelectionSpec {
  const { select, exclude, selector, selectors } = options;
  const explicit = select.length > 0 || exclude.length > 0;
  if (selector !== undefined) {
    if (explicit) options.events.emit(selectExcludeIgnored(selector));
    return namedSelector(selector, selectors);
  }
  const byDefault = [...(selectors?.values() ?? [])].find((one) => one.default);
  if (!explicit && byDefault) return byDefault.spec;
  const included = select.length > 0 ? parseUnion(select, true) : parseUnion(EVERYTHING, false);
  return {
    kind: "difference",
    components: [included, parseUnion(exclude, true)],
    indirectSelection: "eager",
  };
}

function namedSelector(name: string, selectors: Options["selectors"]): SelectionSpec {
  const found = selectors?.get(name);
  if (found) return found.spec;
  const known = [...(selectors?.keys() ?? [])];
  throw selectorNotFound(name, known, nearest(name, known));
}

/** Blanks unite, commas intersect. */
export function parseUnion(texts: readonly string[], warn: boolean): SelectionGroup {
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");
  return {
    kind: "union",
    indirectSelection: "flag",
    components: words.map((word) => ({
      kind: "intersection",
      indirectSelection: "flag",
      components: word.split(",").map((part) => parseCriterion(part)),
      ...(warn ? { warnIfEmpty: word } : {}),
    })),
  };
}

import { bindArguments } from "../../bind-arguments.ts";
import { MISSING } from "../../scope.ts";
import type { FilterFunction } from "../../filter-function.ts";
import type { RenderContext } from "../../render-context.ts";

type FilterBody = (context: RenderContext, value: unknown, ...args: unknown[]) => unknown;

/** A filter with Python's parameters; those left out arrive as undefined. */
export function defineFilter(
  name: string,
  parameters: readonly string[],
  body: FilterBody,
  needsContext = false,
): readonly [string, FilterFunction] {
  const optional = ["value", ...parameters.map((parameter) => parameter.replace(/=.*$/, "="))];
  return [
    name,
    {
      parameters,
      needsContext,
      apply(context, value, args) {
        const { positional, named } = args;
        if (named.size === 0 && positional.length === parameters.length) {
          return body(context, value, ...positional);
        }
        const all = { positional: [value, ...positional], named };
        const bound = bindArguments(`do_${name}`, optional, all).slice(1);
        return body(context, value, ...bound.map((item) => (item === MISSING ? undefined : item)));
      },
    },
  ];
}

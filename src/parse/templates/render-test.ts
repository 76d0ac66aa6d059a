import { type Dialect, renderNative, renderText } from "../../dialect/dialect.ts";
import { isEngineError } from "../../errors/is-engine-error.ts";
import { toPython } from "../../jinja/convert.ts";
import { layeredScope, scopeOf, type Scope } from "../../jinja/scope.ts";
import { isMapping } from "../../yaml/typed-readers.ts";
import type { Draft } from "../drafts/draft.ts";
import { TEST_KWARGS } from "../tests/generic-test.ts";

/** Texts that are calls without braces. */
const CALL = /^\s*(env_var|ref|var|source|doc)\s*\(.+\)\s*$/;

/** Renders a generic test: its arguments, then its code with them, for the references in both. */
export function renderTestCode(dialect: Dialect, draft: Draft, scope: Scope): void {
  const { path } = draft.place;
  const rendering = { scope, source: { path }, options: { undefined: "absorbing" } } as const;
  const render = (text: string): unknown =>
    renderNative(dialect, CALL.test(text) ? `{{ ${text} }}` : text, rendering);
  try {
    const kwargs = renderArguments(draft.test?.metadata.kwargs ?? {}, render);
    const own = layeredScope(scopeOf({ [TEST_KWARGS]: toPython(kwargs) }), scope);
    renderText(dialect, draft.rawCode, { ...rendering, scope: own });
  } catch (error) {
    // The generated code has no place of its own: the YAML item is where the user must look.
    throw isEngineError(error) ? error.with({ node: draft.uniqueId, place: draft.place }) : error;
  }
}

function renderArguments(
  kwargs: Readonly<Record<string, unknown>>,
  render: (text: string) => unknown,
): Record<string, unknown> {
  const entries = Object.entries(kwargs).map(([name, value]) => [
    name,
    // Column names are names, even when they look like numbers.
    name === "column_name" && typeof value === "string" ? value : renderValue(value, render),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function renderValue(value: unknown, render: (text: string) => unknown): unknown {
  if (typeof value === "string") return render(value);
  if (Array.isArray(value)) return value.map((each: unknown) => renderValue(each, render));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, renderValue(each, render)]),
  );
}

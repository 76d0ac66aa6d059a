import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { baseContext } from "../src/dialect/base-context.ts";
import { createDialect, renderNative, renderText } from "../src/dialect/dialect.ts";
import { jinjaErrorType } from "../src/errors/jinja-errors.ts";
import { toPython } from "../src/jinja/convert.ts";
import { pyRepr } from "../src/jinja/python-text.ts";
import { scopeOf } from "../src/jinja/scope.ts";

/** Recorded from dbt-core 1.12.6: `get_rendered`, and the members of its base context. */
interface Recorded {
  readonly context: Record<string, unknown>;
  readonly rendered: readonly RenderedCase[];
  readonly members: readonly MemberCase[];
}

interface RenderedCase {
  readonly template: string;
  readonly native: boolean;
  /** As while parsing: `capture_macros`. */
  readonly absorbing?: boolean;
  readonly repr?: string;
}

interface MemberCase {
  readonly template: string;
  readonly expected?: string;
  readonly errorType?: string;
}

const file = readFileSync(new URL("./dbt-jinja-cases.json", import.meta.url), "utf8");
const { context, rendered, members } = JSON.parse(file) as Recorded;
const dialect = createDialect();
const entries = Object.entries(context).map(([name, value]) => [name, toPython(value)] as const);
const scope = scopeOf(Object.fromEntries(entries));

describe("rendering as dbt renders", () => {
  test.each(rendered)("$template (native: $native)", (one) => {
    const undefinedKind = one.absorbing === true ? "absorbing" : "default";
    const rendering = { scope, options: { undefined: undefinedKind } } as const;
    const render = one.native ? renderNative : renderText;
    if (one.repr === undefined) expect(() => render(dialect, one.template, rendering)).toThrow();
    else expect(pyRepr(render(dialect, one.template, rendering))).toBe(one.repr);
  });
});

const base = baseContext({
  dbtVersion: "1.12.6",
  invocationId: "id",
  startedAt: new Date("2024-03-10T12:30:45.123Z"),
  now: () => new Date("2024-03-10T12:31:00Z"),
  yaml: { load: () => undefined, dump: () => "" },
  md5: (text) => createHash("md5").update(text).digest("hex"),
  log: () => undefined,
  print: () => undefined,
});

describe("members of the base context", () => {
  test.each(members)("$template", (one) => {
    const render = (): string => renderText(dialect, one.template, { scope: scopeOf(base) });
    if (one.errorType === undefined) expect(render()).toBe(one.expected);
    else expect(errorTypeOf(render)).toBe(one.errorType);
  });
});

function errorTypeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return jinjaErrorType(error);
  }
  return undefined;
}

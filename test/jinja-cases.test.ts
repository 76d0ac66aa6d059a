import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jinjaErrorType } from "../src/errors/jinja-errors.ts";
import { Environment } from "../src/jinja/environment.ts";

/** Recorded from CPython's jinja2 3.1.6 (sandboxed; do and loopcontrols). */
interface Case {
  readonly name: string;
  readonly template: string;
  readonly context: Record<string, unknown>;
  readonly expected?: string;
  readonly error?: boolean;
  readonly errorType?: string;
}

/** The recorded corpus, and a sample of generated templates: values, methods, broken syntax. */
const cases = ["jinja-cases.json", "jinja-generated-cases.json"].flatMap(readCases);
const environment = new Environment();

function readCases(file: string): readonly Case[] {
  return JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), "utf8")) as readonly Case[];
}

describe.each([
  ["sync", (one: Case) => environment.fromString(one.template).render(one.context)],
  ["async", (one: Case) => environment.fromString(one.template).renderAsync(one.context)],
] as const)("the %s flavour renders as Jinja2 does", (_flavour, render) => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (_name, one) => {
    if (one.error === true) {
      const error: unknown = await Promise.resolve()
        .then(() => render(one))
        .catch((caught: unknown) => caught);
      expect(jinjaErrorType(error), one.template).toBe(one.errorType);
    } else {
      expect(await render(one), one.template).toBe(one.expected);
    }
  });
});

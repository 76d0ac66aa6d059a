import { describe, expect, test } from "vitest";
import { bug } from "../errors/bug.ts";
import { EngineError } from "../errors/engine-error.ts";
import { Environment } from "../jinja.ts";

const environment = new Environment({
  filters: { shout: (text: string, marks = 1) => text + "!".repeat(marks) },
  tests: { short: (text: string) => text.length < 4 },
  globals: { company: "Acme" },
});

describe("plain values in a context", () => {
  test("print as Python prints them", () => {
    const context = { list: [1, 1.5, true, null, "it's"], nested: { b: { c: [] } } };
    expect(environment.fromString("{{ list }} {{ nested }}").render(context)).toBe(
      `[1, 1.5, True, None, "it's"] {'b': {'c': []}}`,
    );
  });

  test("keep one identity within a rendering", () => {
    const template = environment.fromString(
      "{% macro add(x) %}{% do seen.append(x) %}{% endmacro %}{{ add(1) }}{{ add(2) }}{{ seen }}",
    );
    expect(template.render({ seen: [] })).toBe("[1, 2]");
  });

  test("are not changed by templates", () => {
    const seen: number[] = [];
    environment.fromString("{% do seen.append(1) %}").render({ seen });
    expect(seen).toEqual([]);
  });
});

describe("plain functions", () => {
  test("take plain values and named arguments as a last object", () => {
    const call = (values: unknown, named: unknown): string => JSON.stringify([values, named]);
    const template = environment.fromString("{{ call([1, {'a': 2.5}], deep=true) }}");
    expect(template.render({ call })).toBe('[[1,{"a":2.5}],{"deep":true}]');
  });

  test("are awaited in expressions, loops, filters and macros of the asynchronous flavour", async () => {
    const later = (value: unknown): Promise<unknown> => Promise.resolve(value);
    const text =
      "{% macro m(x) %}<{{ later(x) }}{{ caller() }}>{% endmacro %}" +
      "{% for n in later([1, 2, 3]) if later(n) != 2 %}{{ loop.index }}{{ later('a') | upper }}{% endfor %}" +
      "{% call m('q') %}{{ later('body') }}{% endcall %}{% set s %}{{ later(5) }}{% endset %}{{ s }}";
    expect(await environment.fromString(text).renderAsync({ later })).toBe("1A2A<qbody>5");
  });

  test("may not promise in the synchronous flavour", () => {
    const template = environment.fromString("{{ later() }}");
    expect(() => template.render({ later: () => Promise.resolve(1) })).toThrow("has to wait");
  });
});

describe("an environment's own names", () => {
  test("are filters, tests and globals", () => {
    const text =
      "{{ company | shout(2) }} {{ 'abc' is short }} {{ ['x', 'long'] | select('short') | list }}";
    expect(environment.fromString(text).render()).toBe("Acme!! True ['x']");
  });

  test("add tags", () => {
    const withTag = new Environment({
      tags: {
        twice: (tag) => {
          const value = tag.expression();
          return { kind: "output", parts: [value, value], start: tag.start };
        },
      },
    });
    expect(withTag.fromString("{% twice 1 + 1 %}").render()).toBe("22");
  });

  test("change delimiters and white space", () => {
    const other = new Environment({
      syntax: {
        variableStart: "<<",
        variableEnd: ">>",
        trimBlocks: true,
        lstripBlocks: true,
        keepTrailingNewline: true,
      },
    });
    expect(other.fromString("a\n  {% if true %}\n<< 1 >>\n  {% endif %}\nb\n").render()).toBe(
      "a\n1\nb\n",
    );
  });
});

describe("errors", () => {
  function failure(text: string, context = {}): EngineError {
    try {
      environment.fromString(text, { path: "models/a.sql" }).render(context);
    } catch (error) {
      if (error instanceof EngineError) return error;
    }
    throw bug("it did not fail");
  }

  test("say where, in which macros, and in Python's words", () => {
    const error = failure(
      "select\n{% macro inner(x) %}{{ x.y.z }}{% endmacro %}\n  {{ inner({}) }}",
    );
    expect(error.message).toBe("'dict object' has no attribute 'y'");
    expect(error.place).toMatchObject({ path: "models/a.sql", line: 2, column: 24 });
    expect(error.macroStack).toEqual([{ name: "inner", path: "models/a.sql", line: 2 }]);
  });

  test("of syntax point at the word", () => {
    const error = failure("{% if x %}\n  {{ 1 + }}");
    expect(error.message).toBe("unexpected 'end of print statement'");
    expect(error.place).toMatchObject({ line: 2, column: 10 });
  });

  test("stop an endless recursion", () => {
    const error = failure("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}");
    expect(error.message).toBe("maximum recursion depth exceeded");
  });
});

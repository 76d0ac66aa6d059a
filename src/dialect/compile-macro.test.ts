import { describe, expect, test } from "vitest";
import { HOST, type HostObject } from "../jinja/host-object.ts";
import { scopeOf } from "../jinja/scope.ts";
import { compileMacro } from "./compile-macro.ts";
import { createDialect } from "./dialect.ts";
import { extractStaticCalls } from "./extract-static-calls.ts";
import { returnFunction } from "./return-signal.ts";

const dialect = createDialect();
const scope = scopeOf({ return: returnFunction });

function call(macro: HostObject, ...positional: unknown[]): unknown {
  return macro[HOST].call?.({ positional, named: new Map() });
}

describe("a macro", () => {
  test("tells its name, typed parameters and calls without being compiled", () => {
    const macro = compileMacro(
      dialect,
      "{% macro m(a: string, b: list[int] = []) %}{{ ref('x') }}{{ lib.f() }}{{ adapter.dispatch('d', 'lib')() }}{{ a|zork }}{% endmacro %}",
    );
    expect(macro.name).toBe("m");
    expect(macro.parameters).toEqual([
      { name: "a", type: "string", hasDefault: false },
      { name: "b", type: "list[int]", hasDefault: true },
    ]);
    expect(macro.calls).toEqual([
      { kind: "name", name: "ref" },
      { kind: "member", owner: "lib", name: "f" },
      { kind: "dispatch", macro: "d", namespace: "lib" },
    ]);
  });

  test("of a materialization has the adapter in its name and knows its languages", () => {
    const text =
      "{% materialization table, adapter='glue', supported_languages=['sql', 'python'] %}{% endmaterialization %}";
    const macro = compileMacro(dialect, text);
    expect(macro.name).toBe("materialization_table_glue");
    expect(macro.supportedLanguages).toEqual(["sql", "python"]);
  });

  test.each([
    "{{ return(x) }}no",
    "{% do return(x) %}no",
    "{% for i in [1] %}{% if true %}{{ return(x) }}{% endif %}{% endfor %}no",
    "{% set s %}{{ return(x) }}{% endset %}no",
    "{{ 'a' ~ return(x) }}no",
    "{% set r = return(x) %}no",
    "{% macro inner() %}{{ return(x) }}{% endmacro %}{{ inner() }}no",
  ])("ends at %s, in both modes", async (body) => {
    const macro = compileMacro(
      dialect,
      `{% macro m(x) %}${body.replace("inner() }}no", "dbt_macro__inner() }}no")}{% endmacro %}`,
    );
    expect(call(macro.bind(scope, "sync"), [1, 2])).toEqual([1, 2]);
    expect(await call(macro.bind(scope, "async"), [1, 2])).toEqual([1, 2]);
  });

  test("gives its text when it does not return", () => {
    const macro = compileMacro(dialect, "{% macro m() %} a {% endmacro %}");
    expect(call(macro.bind(scope, "sync"))).toBe(" a ");
  });
});

describe("static calls of a model", () => {
  test("are read when there is nothing else", () => {
    const text =
      "{{ config(materialized='table', tags=['a'], meta={'x': 1}) }} select * from {{ ref('p', 'm', v=2) }}, {{ source('s', 't') }}";
    const extract = extractStaticCalls(dialect, text);
    expect(extract?.refs).toEqual([{ package: "p", name: "m", version: 2 }]);
    expect(extract?.sources).toEqual([["s", "t"]]);
    expect(extract?.config.map(([name]) => name)).toEqual(["materialized", "tags", "meta"]);
  });

  test.each([
    "{{ ref(x) }}",
    "{{ ref('a') ~ 'b' }}",
    "{% if x %}{% endif %}",
    "{{ this }}",
    "{{ config(a=var('x')) }}",
    "{{ m() }}",
  ])("need rendering for %s", (text) => {
    expect(extractStaticCalls(dialect, text)).toBeUndefined();
  });
});

import { expect, test } from "vitest";
import { readStaticCalls } from "./static-calls.ts";

// What dbt_extractor 0.6.0 takes and refuses.

test("literal calls of ref, source and config are read", () => {
  const text =
    "{{ config(materialized='table', tags=['a', \"b\"], meta={'k': ['v']}, enabled=True) }}\nselect * from {{ ref('p', 'x', v=2) }}, {{ source('a', 'b') }} {# {{ var('no') }} #}";
  expect(readStaticCalls(text)).toEqual({
    refs: [{ name: "x", package: "p", version: 2 }],
    sources: [["a", "b"]],
    configs: [
      ["materialized", "table"],
      ["tags", ["a", "b"]],
      ["meta", { k: ["v"] }],
      ["enabled", true],
    ],
  });
});

test.each([
  "no jinja at all, and } }} in text",
  "{{ 'a string with }} inside' }}{{ ref('x',) }}",
  "{{ source(source_name='a', table_name='b') }}",
  "{{ ref ( 'x' , v = .5 ) }}",
  "{{ config(a=[], b={}) }}",
])("takes %s", (text) => {
  expect(readStaticCalls(text)).toBeDefined();
});

test.each([
  "{% if true %}{{ ref('x') }}{% endif %}",
  "{{- ref('x') -}}",
  "{{ ref('x').name }}",
  "{{ ref('x') | upper }}",
  "{{ config(n=1) }}",
  "{{ config(n=none) }}",
  "{{ config(n=true) }}",
  "{{ config(a=('x', 'y')) }}",
  "{{ config(pre_hook='x') }}",
  "{{ config({'a': 'b'}) }}",
  "{{ config() }}",
  "{{ ref('x', other=1) }}",
  "{{ source('a') }}",
  "{{ var('x') }}",
  "{{ this }}",
  "{{ ref('x' }}",
  "{# never closed {{ ref('x') }}",
  "{{ config(a='\\\\') }}",
])("leaves %s to Jinja", (text) => {
  expect(readStaticCalls(text)).toBeUndefined();
});

test("escapes in strings stay as they are written", () => {
  expect(readStaticCalls("{{ config(a='it\\'s', b='\\n') }}")?.configs).toEqual([
    ["a", "it\\'s"],
    ["b", "\\n"],
  ]);
});

import { expect, test } from "vitest";
import { Environment } from "../../jinja/environment.ts";
import { unrenderedConfigCall } from "./unrendered-config.ts";

// Texts that dbt-core 1.12.6 gave.

test("values are written out again, strings without their quotes", () => {
  expect(
    config("config(a=1, b='x', c=true, d=none, e=-1, g=[1,'a'], h={'k': var('z', 1)}, i=('a',))"),
  ).toEqual({
    a: "1",
    b: "x",
    c: "True",
    d: "None",
    e: "-1",
    g: "[1, 'a']",
    h: "{'k': var('z', 1)}",
    i: "('a',)",
  });
});

test("operators that dbt knows are written out", () => {
  expect(
    config(
      "config(a=x.y['k'], b=a ~ 'b', c=1 < 2 <= 3, d=not a, e=a and b or c, f=f(1, x=2, *y, **z))",
    ),
  ).toEqual({
    a: "x.y['k']",
    b: "a ~ 'b'",
    c: "1 < 2 <= 3",
    d: "not a",
    e: "a and b or c",
    f: "f(1, x=2, *y, **z)",
  });
});

test("anything else is printed as Jinja2's tree", () => {
  expect(config("config(a=env_var('X') | upper, b=1 + 2)")).toEqual({
    a: "Filter(node=Call(node=Name(name='env_var', ctx='load'), args=[Const(value='X')], kwargs=[], dyn_args=None, dyn_kwargs=None), name='upper', args=[], kwargs=[], dyn_args=None, dyn_kwargs=None)",
    b: "Add(left=Const(value=1), right=Const(value=2))",
  });
});

test("only the first call counts, wherever it stands", () => {
  expect(config("foo(config(a='b')) }}{{ config(c='d')")).toEqual({ a: "b" });
  expect(config("foo(1)")).toBeUndefined();
});

function config(expression: string): Record<string, string> | undefined {
  return unrenderedConfigCall(new Environment().fromString(`{{ ${expression} }}`).body);
}

import { expect, test } from "vitest";
import { scanPythonModel } from "./scan-python-model.ts";

const PLACE = { path: "models/py.py" };
const scan = (text: string): unknown => scanPythonModel(text, PLACE);

test("calls with literals are found wherever they stand", () => {
  const text = `
import pandas as pd

def helper(x):
    return x

def model(dbt, session: object = None):
    dbt.config(
        materialized="incremental",
        packages=['numpy==1.0', "pandas"],  # a comment with dbt.ref(x)
        meta={'a': 1, 'b': [True, None, -1.5]},
    )
    """ dbt.ref('in a string') """
    first = helper(dbt.ref('a'))
    second = dbt.ref("pkg", "b", v=2)
    third = dbt.source('raw', 't').select(dbt.config.get('threshold', 5))
    return first
`;
  expect(JSON.parse(JSON.stringify(scan(text)))).toEqual([
    {
      function: "config",
      positional: [],
      named: {
        materialized: "incremental",
        packages: ["numpy==1.0", "pandas"],
        meta: { a: 1, b: [true, null, -1.5] },
      },
    },
    { function: "ref", positional: ["a"], named: {} },
    { function: "ref", positional: ["pkg", "b"], named: { v: 2 } },
    { function: "source", positional: ["raw", "t"], named: {} },
    { function: "get", positional: ["threshold", 5], named: {} },
  ]);
});

test.each([
  ["def other(dbt, session):\n    return 1\n", /exactly one function called "model"/],
  [
    "def model(dbt, session):\n    return 1\n\ndef model(dbt, session):\n    return 1\n",
    /but has 2/,
  ],
  ["def model(session, dbt):\n    return 1\n", /"dbt" as the first argument/],
  ["def model(dbt):\n    return 1\n", /two arguments/],
  ["def model(dbt, session):\n    x = 1\n", /return of one data frame/],
  ["def model(dbt, session):\n    return 1, 2\n", /return of one data frame/],
  ["def model(dbt, session):\n    a = dbt.ref('a' + n)\n    return a\n", /only literal values/],
  ["def model(dbt, session:\n    return 1\n", /Cannot read models\/py.py as Python/],
])("refuses %j", (text, message) => {
  expect(() => scan(text)).toThrow(message);
});

test("a return of a call with several arguments is one value", () => {
  expect(scan("def model(dbt, session):\n    return session.table('a', 1)\n")).toEqual([]);
});

import { expect, test } from "vitest";
import { EngineError } from "../../errors/engine-error.ts";
import type { Place } from "../../errors/place.ts";
import { locateStatementError } from "./locate-statement-error.ts";

const compiled = {
  path: "target/compiled/p/models/m.sql",
  sql: "\n\nselect a,\n  b c d\nfrom t\n",
};
const statement = "/* comment */\ncreate table s.m as\n  select a,\n  b c d\nfrom t";

function located(place: Place): Place | undefined {
  const error = new EngineError({ code: "X", message: "no", place });
  const found = locateStatementError(error, statement, { node: "model.p.m", compiled });
  return found instanceof EngineError ? found.place : undefined;
}

test("a line of the model is shown in its compiled file", () => {
  expect(located({ path: "sql", line: 4, column: 7 })).toMatchObject({
    path: compiled.path,
    line: 4,
    column: 7,
  });
});

test("the first line of the model loses what the statement has before it", () => {
  expect(located({ path: "sql", line: 3, column: 10 })).toMatchObject({ line: 3, column: 8 });
});

test("a line of the wrapping statement stays there", () => {
  expect(located({ path: "sql", line: 2, column: 1 })).toMatchObject({
    path: "statement",
    line: 2,
  });
});

test("what refuses a statement is an error of the database, of the node", () => {
  const error = new EngineError({ code: "X", message: "no" });
  expect(locateStatementError(error, statement, { node: "model.p.m", compiled })).toMatchObject({
    kind: "database",
    node: "model.p.m",
  });
});

import { expect, test } from "vitest";
import { bindArguments } from "./bind-arguments.ts";
import { MISSING } from "./scope.ts";

const NAMED = new Map<string, unknown>();

test("an argument that is None is not one that is left out", () => {
  const parameters = ["name", "default=", "count=3"];

  expect(bindArguments("var", parameters, { positional: ["x", null], named: NAMED })).toEqual([
    "x",
    null,
    3,
  ]);
  expect(bindArguments("var", parameters, { positional: ["x"], named: NAMED })).toEqual([
    "x",
    MISSING,
    3,
  ]);
});

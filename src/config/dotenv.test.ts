import { expect, test } from "vitest";
import { parseDotenv } from "./dotenv.ts";

// The values are those of python-dotenv 1.x for the same text.
test.each([
  ["A=1", { A: "1" }],
  ["export A = x y ", { A: "x y" }],
  ["A=x # note", { A: "x" }],
  ["A=x#y", { A: "x#y" }],
  ['A="x # y\\nz"', { A: "x # y\nz" }],
  ["A='x\\ny'", { A: "x\\ny" }],
  ['A="line one\nline two"', { A: "line one\nline two" }],
  ["A=", { A: "" }],
  ["# note\n\nA=1\n", { A: "1" }],
  ["A=1\nB=${A}2", { A: "1", B: "12" }],
  ["B=${NOPE:-z}", { B: "z" }],
  ["B='${A}'", { B: "" }],
  ["A=1\nwhat is this\nB=2", { A: "1", B: "2" }],
])("%j", (text, values) => {
  expect(parseDotenv(text)).toEqual(values);
});

import { describe, expect, test } from "vitest";
import { splitStatements } from "./split-statements.ts";

describe("splitStatements", () => {
  test("splits at semicolons and leaves out empty statements", () => {
    expect(splitStatements("select 1;\n;select 2;")).toEqual(["select 1", "select 2"]);
  });

  test("a semicolon in a string, a quoted name or a comment splits nothing", () => {
    const text = "select ';', `a;b`, \"c;\" -- d;\n/* e; /* f; */ */ from t";
    expect(splitStatements(text)).toEqual([text]);
  });

  test("an escaped quote does not end a string", () => {
    expect(splitStatements(String.raw`select 'a\';b'; select 2`)).toEqual([
      String.raw`select 'a\';b'`,
      "select 2",
    ]);
  });

  test("comments alone are no statement", () => {
    expect(splitStatements("-- nothing\n; /* here */")).toEqual([]);
  });
});

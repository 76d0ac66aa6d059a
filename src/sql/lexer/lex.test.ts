import { describe, expect, test } from "vitest";
import { lex } from "./lex.ts";

function kinds(text: string): string[] {
  return lex(text).map((token) => `${token.kind}:${token.text}`);
}

function numberTypes(text: string): string[] {
  return lex(text).flatMap((token) =>
    token.kind === "number" ? [`${token.text} ${token.type}`] : [],
  );
}

describe("numbers", () => {
  test("a suffix gives the type", () => {
    expect(numberTypes("1L 2S 3Y 4D 5F 6BD 7")).toEqual([
      "1 bigint",
      "2 smallint",
      "3 tinyint",
      "4 double",
      "5 float",
      "6 decimal",
      "7 int",
    ]);
  });

  test("a point makes a decimal, an exponent a double", () => {
    expect(numberTypes("1.5 .5 5. 1e3 1.5e-3")).toEqual([
      "1.5 decimal",
      ".5 decimal",
      "5. decimal",
      "1e3 double",
      "1.5e-3 double",
    ]);
  });

  test("a name may start with a digit", () => {
    expect(kinds("1st")).toEqual(["word:1st", "end:"]);
  });
});

describe("strings", () => {
  test("escapes are Spark's: unknown ones lose the backslash, \\% keeps it", () => {
    expect(kinds(String.raw`'a\tb\q\%\u0041'`)[0]).toBe("string:a\tbq\\%A");
  });

  test("a raw string keeps its backslashes", () => {
    expect(kinds(String.raw`r'\d+'`)[0]).toBe("string:\\d+");
  });

  test("double quotes make a string, backticks a name", () => {
    expect(kinds('"a" `b``c`')).toEqual(["string:a", "quoted:b`c", "end:"]);
  });

  test("a string without an end fails where it starts", () => {
    expect(() => lex("select\n 'abc")).toThrow(expect.objectContaining({ code: "SQL_UNCLOSED" }));
  });
});

describe("comments", () => {
  test("line comments, nested block comments and hints are left out", () => {
    expect(kinds("a -- x\n/* b /* c */ d */ e /*+ BROADCAST(t) */")).toEqual([
      "word:a",
      "word:e",
      "end:",
    ]);
  });

  test("a backslash at its end carries a line comment on", () => {
    expect(kinds("a -- x \\\n still comment\nb")).toEqual(["word:a", "word:b", "end:"]);
  });
});

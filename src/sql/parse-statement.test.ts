import { describe, expect, test } from "vitest";
import { EngineError } from "../errors/engine-error.ts";
import { parseStatement } from "./parse-statement.ts";

function place(text: string): string {
  try {
    parseStatement(text);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return `${error.code} ${error.place?.line ?? "?"}:${error.place?.column ?? "?"} ${error.message}`;
  }
  return "parsed";
}

describe("what is no Spark SQL fails at its place", () => {
  test("a keyword where an expression is expected", () => {
    expect(place("select a,\n  from t")).toBe(
      'SQL_SYNTAX 2:3 [PARSE_SYNTAX_ERROR] Syntax error at or near "from": an expression was expected.',
    );
  });

  test("a parenthesis that is not closed", () => {
    expect(place("select (1 + 2")).toBe(
      'SQL_SYNTAX 1:14 [PARSE_SYNTAX_ERROR] Syntax error at or near the end of the statement: ")" was expected.',
    );
  });

  test("text behind the statement", () => {
    expect(place("select 1 2")).toBe(
      'SQL_SYNTAX 1:10 [PARSE_SYNTAX_ERROR] Syntax error at or near "2": the end of the statement was expected.',
    );
  });

  test("a string that never ends", () => {
    expect(place("select 'abc")).toBe(
      "SQL_UNCLOSED 1:8 [PARSE_SYNTAX_ERROR] The string that starts here is not closed.",
    );
  });

  test("a comment that never ends", () => {
    expect(place("select 1 /* abc")).toBe(
      "SQL_UNCLOSED 1:10 [PARSE_SYNTAX_ERROR] The comment that starts here is not closed.",
    );
  });

  test("a data type that Spark does not have", () => {
    expect(place("select cast(a as text)")).toBe(
      'SQL_SYNTAX 1:18 [PARSE_SYNTAX_ERROR] Syntax error at or near "text": a data type was expected.',
    );
  });

  test("QUALIFY names itself as what is missing", () => {
    expect(place("select a from t qualify 1 = 1")).toBe(
      "NOT_SUPPORTED 1:17 Not supported yet on the local engine: QUALIFY (Spark 3.5 has no such clause).",
    );
  });

  test("columns are counted in code points", () => {
    expect(place("select '😀' as x,")).toMatch(/^SQL_SYNTAX 1:17 /);
  });
});

describe("keywords are names where Spark lets them be", () => {
  test.each([
    "select date, timestamp, interval, end, first, values from t",
    "select t.order, t.`select` from t",
    "select left(a, 1), right(a, 2) from t",
    "select 1 as day, 2 as year",
    "select window, filter from t",
  ])("%s", (text) => {
    expect(place(text)).toBe("parsed");
  });
});

describe("precedence", () => {
  function shape(text: string): unknown {
    const statement = parseStatement(`select ${text}`);
    const body = statement.kind === "query" ? statement.query.body : undefined;
    const item = body?.kind === "select" ? body.items[0]?.expression : undefined;
    return strip(item);
  }

  function strip(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(strip);
    if (typeof node !== "object" || node === null) return node;
    const { kind, op, left, right, operand, parts } = node as Record<string, unknown>;
    if (kind === "column") return String(parts);
    return left === undefined ? [op, strip(operand)] : [op, strip(left), strip(right)];
  }

  test("AND binds tighter than OR, NOT tighter than AND", () => {
    expect(shape("not a or b and c")).toEqual(["or", ["not", "a"], ["and", "b", "c"]]);
  });

  test("* before +, + before &, & before ^, ^ before |, | before =", () => {
    expect(shape("a | b ^ c & d + e * f = g")).toEqual([
      "=",
      ["|", "a", ["^", "b", ["&", "c", ["+", "d", ["*", "e", "f"]]]]],
      "g",
    ]);
  });

  test("operators of one level go from left to right", () => {
    expect(shape("a - b + c || d")).toEqual(["||", ["+", ["-", "a", "b"], "c"], "d"]);
  });
});

describe("set operations", () => {
  test("INTERSECT binds tighter than UNION and EXCEPT", () => {
    const statement = parseStatement("select 1 union select 2 intersect select 3 except select 4");
    const body = statement.kind === "query" ? statement.query.body : undefined;
    expect(body).toMatchObject({ op: "except", left: { op: "union", right: { op: "intersect" } } });
  });
});

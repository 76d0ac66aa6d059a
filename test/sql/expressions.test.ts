import { describe, expect, test } from "vitest";
import { duckExpression, failure, typeOf } from "../support/spark-sql.ts";

describe("arithmetic", () => {
  test("/ divides whole numbers as doubles, div cuts off", () => {
    expect(duckExpression("i / 2")).toBe("i / 2");
    expect(typeOf("i / 2")).toBe("double");
    expect(duckExpression("i div 2")).toBe("CAST(i // 2 AS BIGINT)");
  });

  test("a string beside a number is a double", () => {
    expect(duckExpression("s + 1")).toBe("sp_string_to_double(s) + 1");
    expect(typeOf("s + 1")).toBe("double");
  });

  test("a product of decimals has Spark's precision and scale, and room on the way", () => {
    expect(duckExpression("d * d")).toBe("CAST(CAST(d AS DECIMAL(19, 2)) * d AS DECIMAL(21, 4))");
    expect(typeOf("d * d")).toBe("decimal(21,4)");
  });

  test("a quotient of decimals is exact, not a double", () => {
    expect(typeOf("d / d")).toBe("decimal(23,13)");
    expect(duckExpression("d / d")).toContain("sp_divide_half_up(");
  });

  test("a whole-number literal beside a decimal counts its digits, a column its type's", () => {
    expect(typeOf("d + 1")).toBe("decimal(11,2)");
    expect(typeOf("d + i")).toBe("decimal(13,2)");
  });

  test("results beyond 38 digits give up scale, down to 6", () => {
    expect(typeOf("cast(1 as decimal(38,18)) * cast(1 as decimal(38,18))")).toBe("decimal(38,6)");
  });

  test("a small number's literal takes the column's type no smaller than int", () => {
    expect(typeOf("cast(1 as tinyint) + cast(1 as smallint)")).toBe("smallint");
    expect(typeOf("cast(1 as tinyint) + 1")).toBe("int");
  });

  test("operands that do not fit fail at the operator", () => {
    expect(failure("select i + b from t")).toMatchObject({
      code: "SQL_TYPE_MISMATCH",
      message:
        '[DATATYPE_MISMATCH] Cannot resolve the operator "+" due to data type mismatch: it does not take int and boolean.',
      at: "1:10",
    });
  });
});

describe("dates and intervals", () => {
  test("a date moved by whole days or months stays a date", () => {
    expect(duckExpression("day + interval 1 month")).toBe("CAST(day + to_months(1) AS DATE)");
    expect(typeOf("day + interval 1 day")).toBe("date");
    expect(typeOf("day + 1")).toBe("date");
  });

  test("a date moved by hours is a timestamp", () => {
    expect(typeOf("day + interval 1 hour")).toBe("timestamp");
  });

  test("dates subtract to days, timestamps to days and seconds of the wall clock", () => {
    expect(duckExpression("day - date'2024-01-01'")).toBe(
      "to_days(CAST(day - DATE '2024-01-01' AS INTEGER))",
    );
    expect(typeOf("day - day")).toBe("interval day");
    expect(typeOf("ts - ts")).toBe("interval day to second");
  });

  test("the two interval types stay apart", () => {
    expect(typeOf("interval 3 month")).toBe("interval month");
    expect(typeOf("interval '1-2' year to month")).toBe("interval year to month");
    expect(typeOf("interval '1 day 2 hours'")).toBe("interval day to hour");
    expect(failure("select interval 1 month 1 day")).toMatchObject({
      code: "SQL_LITERAL",
      at: "1:8",
    });
  });

  test("dayofweek counts from Sunday as 1", () => {
    expect(duckExpression("dayofweek(day)")).toBe("CAST(dayofweek(day) + 1 AS INTEGER)");
  });

  test("a literal reads as leniently as Spark's", () => {
    expect(duckExpression("date'2024-1-5'")).toBe("DATE '2024-01-05'");
    expect(duckExpression("timestamp'2024-1-5 6:7'")).toBe("TIMESTAMPTZ '2024-01-05 06:07:00'");
    expect(failure("select date'2024-02-30'")).toMatchObject({ code: "SQL_LITERAL", at: "1:8" });
  });
});

describe("comparison", () => {
  test("a string gives way to the other side's type", () => {
    expect(duckExpression("s = 1")).toBe("sp_string_to_int(s) = 1");
    expect(duckExpression("day > '2024-01-01'")).toBe("day > sp_string_to_date('2024-01-01')");
  });

  test("in a list, strings win", () => {
    expect(duckExpression("i in ('1', 2)")).toBe(
      "(CAST(i AS VARCHAR)) IN ('1', CAST(2 AS VARCHAR))",
    );
  });

  test("<=> takes NULL for a value", () => {
    expect(duckExpression("i <=> n")).toBe("i IS NOT DISTINCT FROM n");
  });

  test("LIKE escapes with a backslash, and NOT LIKE ALL negates each pattern", () => {
    expect(duckExpression(String.raw`s like '50\%'`)).toBe(String.raw`(s LIKE '50\%' ESCAPE '\')`);
    expect(duckExpression("s not like all ('a%', 'b%')")).toBe(
      "NOT (s LIKE 'a%') AND NOT (s LIKE 'b%')",
    );
  });
});

describe("NULL, CASE, casts", () => {
  test("|| and concat with NULL are NULL", () => {
    expect(duckExpression("s || i")).toBe("s || CAST(i AS VARCHAR)");
    expect(duckExpression("concat(s, i)")).toBe("(s || CAST(i AS VARCHAR))");
  });

  test("branches of CASE get one type", () => {
    expect(duckExpression("case when b then 1 else 2.5 end")).toBe(
      "CASE WHEN b THEN TRY_CAST(1 AS DECIMAL(11, 1)) ELSE TRY_CAST(2.5 AS DECIMAL(11, 1)) END",
    );
  });

  test("a cast that fails is NULL, and cuts fractions off", () => {
    expect(duckExpression("cast(s as int)")).toBe("sp_string_to_int(s)");
    expect(duckExpression("cast(f as int)")).toBe("sp_double_to_int(f)");
    expect(duckExpression("try_cast(s as int)")).toBe("sp_try_string_to_int(s)");
    expect(duckExpression("s::date")).toBe("sp_string_to_date(s)");
  });

  test("a condition must be a boolean", () => {
    expect(failure("select 1 from t where i")).toMatchObject({
      code: "SQL_TYPE_MISMATCH",
      message:
        "[DATATYPE_MISMATCH] Cannot resolve `i` due to data type mismatch: it is int, where a boolean was expected.",
      at: "1:23",
    });
  });
});

describe("arrays, maps, structs", () => {
  test("an array counts from 0, and a negative index gives NULL", () => {
    expect(duckExpression("xs[0]")).toBe("xs[1]");
    expect(duckExpression("xs[i]")).toBe("list_extract(xs, CASE WHEN i >= 0 THEN i + 1 END)");
  });

  test("a map is asked by key, a struct by field", () => {
    expect(duckExpression("m['k']")).toBe("map_extract_value(m, 'k')");
    expect(duckExpression("m.k")).toBe("map_extract_value(m, 'k')");
    expect(duckExpression("p.x")).toBe("struct_extract(p, 'x')");
    expect(duckExpression("t.p.x")).toBe("struct_extract(t.p, 'x')");
  });

  test("lambdas: the index counts from 0", () => {
    expect(duckExpression("transform(xs, (x, k) -> x + k)")).toBe(
      "list_transform(xs, lambda x, k: sp_bigint_to_int(CAST(x AS BIGINT) + CAST(k - 1 AS INTEGER)))",
    );
    expect(duckExpression("filter(xs, x -> x > 1)")).toBe("list_filter(xs, lambda x: x > 1)");
  });

  test("aggregate carries captured values in the elements", () => {
    const sql = duckExpression("aggregate(xs, 0, (a, x) -> a + x * i)");
    expect(sql).toContain("c0 := i");
    expect(sql).not.toMatch(/lambda _s\d+, _e\d+: .*\* i\b/);
  });

  test("struct fields are named after columns, aliases or their place", () => {
    expect(typeOf("struct(i, s as name, 1)")).toBe("struct<i:int,name:string,col3:int>");
  });
});

describe("functions", () => {
  test("an unknown function fails with its name and place", () => {
    expect(failure("select\n  nope(i) from t")).toMatchObject({
      code: "NOT_SUPPORTED",
      message: 'Not supported yet on the local engine: the function "nope".',
      at: "2:3",
    });
  });

  test("a function that the user registered goes through", () => {
    expect(duckExpression("my_function(i)")).toBe("my_function(i)");
  });

  test("arguments are cast as Spark casts them implicitly", () => {
    expect(duckExpression("upper(i)")).toBe("upper(CAST(i AS VARCHAR))");
    expect(duckExpression("year(s)")).toBe("CAST(year(sp_string_to_date(s)) AS INTEGER)");
  });

  test("the number of arguments is checked", () => {
    expect(failure("select upper(s, s) from t")).toMatchObject({
      code: "SQL_ARGUMENT_COUNT",
      message:
        '[WRONG_NUM_ARGS.WITHOUT_SUGGESTION] The function "upper" requires 1 argument(s) but the actual number is 2.',
    });
  });

  test("functions of the prelude are called sp_ and their Spark name", () => {
    expect(duckExpression("regexp_replace(s, 'a', 'b')")).toBe("sp_regexp_replace(s, 'a', 'b', 1)");
  });

  test("current_date needs no parentheses, unless a column has the name", () => {
    expect(duckExpression("current_date")).toBe("sp_current_date()");
  });
});

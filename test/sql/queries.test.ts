import { describe, expect, test } from "vitest";
import { columnNames, duckSql, failure, translated } from "../support/spark-sql.ts";

describe("SELECT", () => {
  test("comments, hints and a semicolon leave no trace", () => {
    expect(duckSql("select /*+ BROADCAST(t) */ i -- id\nfrom t;")).toBe("SELECT i FROM t");
  });

  test("a column keeps the letters in which the query writes it", () => {
    expect(duckSql("select I from t")).toBe("SELECT i AS I FROM t");
  });

  test("an alias can be used further on in the same list", () => {
    expect(duckSql("select f + 1 as a, a * 2 as b from t")).toBe(
      "SELECT f + 1 AS a, (f + 1) * 2 AS b FROM t",
    );
  });

  test("a table's name wins over an alias like it", () => {
    expect(duckSql("select u.i as u, u.w as v from u")).toBe("SELECT u.i AS u, u.w AS v FROM u");
  });

  test("* EXCEPT leaves columns out", () => {
    expect(duckSql("select * except (w) from u")).toBe("SELECT * EXCLUDE (w) FROM u");
    expect(columnNames("select * except (w) from u")).toEqual(["i"]);
  });

  test("FROM may come first", () => {
    expect(duckSql("from u select w")).toBe("SELECT w FROM u");
  });

  test("columns without alias have Spark's names", () => {
    expect(
      columnNames("select count(*), i + 1, cast(s as int), u.w from t join u using (i)"),
    ).toEqual(["count(1)", "(i + 1)", "CAST(s AS INT)", "w"]);
  });

  test("a column that is not there fails at its place, with the ones that are", () => {
    expect(failure("select w,\n nope from u")).toMatchObject({
      code: "SQL_COLUMN_NOT_FOUND",
      message:
        "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `nope` cannot be resolved. Did you mean one of the following? [`i`, `w`].",
      at: "2:2",
    });
  });

  test("a name of two relations is ambiguous", () => {
    expect(failure("select i from t join u on t.i = u.i")).toMatchObject({
      code: "SQL_COLUMN_AMBIGUOUS",
      at: "1:8",
    });
  });

  test("ORDER BY and HAVING see aliases", () => {
    expect(
      duckSql("select s, count(*) as c from t group by s having c > 1 order by c desc, s"),
    ).toBe("SELECT s, count(*) AS c FROM t GROUP BY s HAVING count(*) > 1 ORDER BY c DESC, s");
  });

  test("SELECT DISTINCT cannot be ordered by what it does not show", () => {
    expect(failure("select distinct i from t order by s")).toMatchObject({
      code: "SQL_ANALYSIS",
      at: "1:35",
    });
  });
});

describe("GROUP BY", () => {
  test("ordinals and aliases stand for their items", () => {
    expect(duckSql("select upper(s) as k, sum(i) from t group by 1")).toBe(
      'SELECT upper(s) AS k, CAST(sum(i) AS BIGINT) AS "sum(i)" FROM t GROUP BY upper(s)',
    );
    expect(duckSql("select upper(s) as k from t group by k")).toBe(
      "SELECT upper(s) AS k FROM t GROUP BY upper(s)",
    );
  });

  test("a position is refused beside a star", () => {
    expect(failure("select *, count(*) from u group by 1").message).toContain("star");
  });

  test("a column wins over an alias of its name", () => {
    expect(duckSql("select upper(s) as s, count(*) as c from t group by s")).toContain(
      "GROUP BY s",
    );
  });

  test("ALL stands for every item without an aggregate", () => {
    expect(duckSql("select s, i, sum(n) as x from t group by all")).toContain("GROUP BY s, i");
  });

  test("ROLLUP, CUBE and their mixtures become grouping sets", () => {
    expect(duckSql("select s, i, count(*) as c from t group by s, i with rollup")).toContain(
      "GROUP BY GROUPING SETS ((s, i), (s), ())",
    );
    expect(duckSql("select s, i, count(*) as c from t group by s, cube(i)")).toContain(
      "GROUP BY GROUPING SETS ((s, i), (s))",
    );
  });

  test("grouping() needs grouping sets", () => {
    expect(failure("select grouping(s) from t group by s")).toMatchObject({
      code: "SQL_ANALYSIS",
      at: "1:8",
    });
  });
});

describe("aggregates and windows", () => {
  test("sum of whole numbers is a bigint; the clauses go to the call inside the cast", () => {
    expect(duckSql("select sum(distinct i) filter (where b) as x from t")).toBe(
      "SELECT CAST(sum(DISTINCT i) FILTER (WHERE b) AS BIGINT) AS x FROM t",
    );
    expect(duckSql("select sum(i) over (partition by s order by n) as x from t")).toBe(
      "SELECT CAST(sum(i) OVER (PARTITION BY s ORDER BY n) AS BIGINT) AS x FROM t",
    );
  });

  test("collect_list leaves NULLs out and is never NULL", () => {
    expect(duckSql("select collect_list(i) as x from t")).toBe(
      "SELECT coalesce(list(i) FILTER (WHERE i IS NOT NULL), []) AS x FROM t",
    );
  });

  test("count of several expressions counts rows in which none is NULL", () => {
    expect(duckSql("select count(distinct i, s) as x from t")).toBe(
      "SELECT count(DISTINCT CASE WHEN i IS NOT NULL AND s IS NOT NULL THEN row(i, s) END) AS x FROM t",
    );
  });

  test("named windows are written out", () => {
    expect(
      duckSql("select rank() over w as r from t window w as (partition by s order by i)"),
    ).toBe("SELECT CAST(rank() OVER (PARTITION BY s ORDER BY i) AS INTEGER) AS r FROM t");
  });

  test("IGNORE NULLS goes inside the call", () => {
    expect(duckSql("select lag(i) ignore nulls over (order by n) as x from t")).toBe(
      "SELECT lag(i IGNORE NULLS) OVER (ORDER BY n) AS x FROM t",
    );
  });

  test("row_number without ORDER BY fails, as in Spark", () => {
    expect(failure("select row_number() over (partition by s) from t")).toMatchObject({
      code: "SQL_ANALYSIS",
    });
  });
});

describe("relations", () => {
  test("a catalog's name is dropped", () => {
    expect(duckSql("select i from spark_catalog.default.u")).toContain('FROM "default".u');
  });

  test("a join without condition, semi and anti joins", () => {
    expect(duckSql("select t.i from t join u")).toBe("SELECT t.i FROM t CROSS JOIN u");
    expect(duckSql("select t.i from t left semi join u on t.i = u.i")).toBe(
      "SELECT t.i FROM t SEMI JOIN u ON t.i = u.i",
    );
    expect(duckSql("select t.i from t left anti join u using (i)")).toBe(
      "SELECT t.i FROM t ANTI JOIN u USING (i)",
    );
  });

  test("USING puts its columns first in *", () => {
    expect(columnNames("select * from u join (select 'x' as v, 1 as i) q using (i)")).toEqual([
      "i",
      "w",
      "v",
    ]);
  });

  test("VALUES without alias has columns col1, col2", () => {
    expect(duckSql("select col2 from values (1, 'a'), (2, 'b')")).toBe(
      "SELECT col2 FROM (VALUES (1, 'a'), (2, 'b')) AS _values1(col1, col2)",
    );
  });

  test("range gives a column id", () => {
    expect(duckSql("select id from range(3)")).toBe(
      "SELECT id FROM range(CAST(3 AS BIGINT)) AS _range1(id)",
    );
  });

  test("LATERAL VIEW is a lateral subquery; OUTER keeps a row for nothing", () => {
    expect(duckSql("select i, x from t lateral view explode(xs) e as x")).toBe(
      "SELECT i, x FROM t CROSS JOIN LATERAL (SELECT unnest(xs) AS x) AS e",
    );
    expect(duckSql("select x from t lateral view outer explode(xs) e as x")).toContain(
      "unnest(CASE WHEN len(xs) > 0 THEN xs ELSE [NULL] END) AS x",
    );
  });

  test("generators in the select list", () => {
    expect(duckSql("select posexplode(xs) as (pos, x) from t")).toBe(
      "SELECT CAST(unnest(range(len(xs))) AS INTEGER) AS pos, unnest(xs) AS x FROM t",
    );
    expect(duckSql("select stack(2, 1, 'a', 2, 'b') as (n, s)")).toBe(
      "SELECT unnest([1, 2]) AS n, unnest(['a', 'b']) AS s",
    );
  });

  test("PIVOT is an aggregation per value", () => {
    expect(
      duckSql("select * from (select s, i, n from t) pivot (sum(n) for i in (1 as one, 2))"),
    ).toBe(
      'SELECT * FROM (SELECT s, sp_hugeint_to_bigint(sum(n) FILTER (WHERE i IS NOT DISTINCT FROM 1)) AS one, sp_hugeint_to_bigint(sum(n) FILTER (WHERE i IS NOT DISTINCT FROM 2)) AS "2" FROM (SELECT s, i, n FROM t) AS _q1 GROUP BY s) AS _pivot2',
    );
  });

  test("time travel is not supported, and says so", () => {
    expect(failure("select * from u version as of 1")).toMatchObject({
      code: "NOT_SUPPORTED",
      at: "1:15",
    });
  });
});

describe("queries around queries", () => {
  test("common table expressions, the later ones seeing the earlier", () => {
    expect(duckSql("with a as (select 1 as x), b(y) as (select x from a) select y from b")).toBe(
      "WITH a AS (SELECT 1 AS x), b(y) AS (SELECT x FROM a) SELECT y FROM b",
    );
  });

  test("sides of a UNION get common column types", () => {
    expect(duckSql("select i as x from t union all select n from t")).toBe(
      "(SELECT CAST(c1 AS BIGINT) AS x FROM (SELECT i AS x FROM t) AS s(c1)) UNION ALL (SELECT n FROM t)",
    );
  });

  test("MINUS is EXCEPT", () => {
    expect(duckSql("select i from t minus select i from u")).toBe(
      "(SELECT i FROM t) EXCEPT (SELECT i FROM u)",
    );
  });

  test("correlated subqueries see the query around", () => {
    expect(duckSql("select w from u where exists (select 1 from t where t.i = u.i)")).toBe(
      'SELECT w FROM u WHERE EXISTS (SELECT 1 AS "1" FROM t WHERE t.i = u.i)',
    );
  });

  test("rows IN a query compare value by value", () => {
    const sql = duckSql("select w from u where (i, w) not in (select i, s from t)");
    expect(sql).toContain(
      "NOT EXISTS (SELECT 1 FROM (SELECT i, s FROM t) AS _in1(c1, c2) WHERE (i = _in1.c1) IS NOT FALSE AND (w = _in1.c2) IS NOT FALSE)",
    );
  });

  test("IN as a value is never NULL, as a condition it stays plain", () => {
    expect(duckSql("select i in (select i from t) as x from u")).toContain(
      "((i) IN (SELECT i FROM t)) IS TRUE AS x",
    );
    expect(duckSql("select w from u where i in (select i from t)")).toContain(
      "WHERE (i) IN (SELECT i FROM t)",
    );
  });

  test("a subquery in an outer join's condition becomes a column of its side", () => {
    expect(
      duckSql(
        "select t.s from t left join u on t.i = u.i and exists (select 1 from t x where x.i = u.i)",
      ),
    ).toBe(
      'SELECT t.s FROM t LEFT JOIN (u CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 AS "1" FROM t AS x WHERE x.i = u.i) AS value) AS _sub1) ON (t.i = u.i) AND _sub1.value',
    );
  });

  test("a query used as a value gives one column", () => {
    expect(failure("select (select i, s from t) from u")).toMatchObject({
      code: "SQL_ANALYSIS",
      at: "1:8",
    });
  });

  test("the types of a query's columns are known", () => {
    const query = translated(
      "select i, avg(d) as a, collect_set(s) as l, max(p) as p from t group by i",
    );
    expect(query.kind === "query" ? query.columns?.map((column) => column.type.kind) : []).toEqual([
      "int",
      "decimal",
      "array",
      "struct",
    ]);
  });
});

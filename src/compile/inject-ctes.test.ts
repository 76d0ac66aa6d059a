import { expect, test } from "vitest";
import { cteText, injectCtes, mergeCtes } from "./inject-ctes.ts";

// Expected texts were printed by dbt-core 1.12's inject_ctes_into_sql.
const a = { id: "model.p.a", sql: cteText("__dbt__cte__a", "select 1") };
const b = { id: "model.p.b", sql: cteText("__dbt__cte__b", "select 2") };

test("a query without WITH gets one before its first word", () => {
  expect(injectCtes("\n\nselect * from x", [a, b])).toBe(
    "\n\nwith __dbt__cte__a as (\nselect 1\n),  __dbt__cte__b as (\nselect 2\n) select * from x",
  );
});

test("a leading comment stays behind the new WITH", () => {
  expect(injectCtes("-- note\nselect 1", [a])).toBe(
    "with __dbt__cte__a as (\nselect 1\n) -- note\nselect 1",
  );
});

test("an existing WITH takes the CTEs first", () => {
  expect(injectCtes("/* c */ WITH\nt as (select 1)\nselect * from t", [a])).toBe(
    "/* c */ WITH\n __dbt__cte__a as (\nselect 1\n), t as (select 1)\nselect * from t",
  );
});

test("RECURSIVE stays next to WITH", () => {
  expect(injectCtes("with recursive t as (select 1) select 1", [a])).toBe(
    "with recursive  __dbt__cte__a as (\nselect 1\n), t as (select 1) select 1",
  );
});

test("a WITH inside brackets is not the query's own", () => {
  expect(injectCtes("(with t as (select 1) select 1)", [a])).toBe(
    "with __dbt__cte__a as (\nselect 1\n) (with t as (select 1) select 1)",
  );
});

test("a CTE that two parents share is there once", () => {
  expect(mergeCtes([a, b], [{ ...a, sql: "new" }]).map((cte) => cte.sql)).toEqual(["new", b.sql]);
});

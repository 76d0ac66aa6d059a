import { expect, test } from "vitest";
import { testHash } from "./test-hash.ts";
import { synthesizeTestNames } from "./test-names.ts";

test("a test is named after itself, its target and its arguments in the order of their names", () => {
  const args = { values: ["a", "b c"], column_name: "s", model: "left out" };
  expect(synthesizeTestNames("accepted_values", "m", args).full).toBe(
    "accepted_values_m_s__a__b_c",
  );
});

test("a test without arguments ends in an underscore", () => {
  expect(synthesizeTestNames("recent", "m", { model: "x" }).full).toBe("recent_m_");
});

test("values are written as Python writes them", () => {
  const args = { column_name: "c", values: [true, null, 1.5, { a: 1 }] };
  expect(synthesizeTestNames("accepted_values", "m", args).full).toBe(
    "accepted_values_m_c__True__None__1_5___a_1_",
  );
});

test("a name of 64 characters and more is cut and hashed for the file", () => {
  const { short, full } = synthesizeTestNames("relationships", "a_model_with_a_long_name", {
    column_name: "customer_identifier",
    field: "id",
    to: "ref('customers')",
  });
  expect(full).toBe(
    "relationships_a_model_with_a_long_name_customer_identifier__id__ref_customers_",
  );
  expect(short).toMatch(/^relationships_a_model_with_a_lo?_[0-9a-f]{32}$/);
});

// Hashes that dbt-core 1.12.6 wrote.

test("the hash is that of the name and of Python's repr of the metadata", () => {
  const kwargs = {
    column_name: "customer_id",
    model: "{{ get_where_subquery(ref('customers')) }}",
  };
  const hashOf = (name: string): string =>
    testHash(`${name}_customers_customer_id`, { name, kwargs, namespace: null });
  expect(hashOf("unique")).toBe("c5af1ff4b1");
  expect(hashOf("not_null")).toBe("5c9bf9911d");
});

test("the hash of a test of a source and of one with further arguments", () => {
  expect(
    testHash("source_not_null_erp_orders_id", {
      name: "not_null",
      kwargs: { column_name: "id", model: "{{ get_where_subquery(source('erp', 'orders')) }}" },
      namespace: null,
    }),
  ).toBe("414ab95f2b");
  expect(
    testHash("relationships_mart_id__id__ref_stg_", {
      name: "relationships",
      kwargs: {
        column_name: "id",
        to: "ref('stg')",
        field: "id",
        model: "{{ get_where_subquery(ref('mart')) }}",
      },
      namespace: null,
    }),
  ).toBe("4cbbf90f7d");
});

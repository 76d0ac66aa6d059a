import { describe, expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

interface Fault {
  readonly fault: string;
  readonly files: Readonly<Record<string, string>>;
  /** What real dbt exits with. */
  readonly exit: number;
  readonly says: readonly string[];
}

const FAULTS: readonly Fault[] = [
  {
    fault: "a ref to a model that is not there",
    files: { "models/orders.sql": "select *\nfrom {{ ref('custmers') }}\n" },
    exit: 2,
    says: [
      "REF_NOT_FOUND  models/orders.sql:2:14",
      "  2 | from {{ ref('custmers') }}\n    |              ^",
      'Hint: Did you mean "customers"?',
    ],
  },
  {
    fault: "a YAML file with a wrong indentation",
    files: { "models/p.yml": "models:\n  - name: customers\n   description: x\n" },
    exit: 2,
    says: ["YAML_SYNTAX  models/p.yml:3:4", "  3 |    description: x\n    |    ^", "Hint: "],
  },
  {
    fault: "a Jinja block that is not closed",
    files: { "models/orders.sql": "select 1\n{% if true %}\n as id\n" },
    exit: 2,
    says: ["JINJA_SYNTAX  models/orders.sql:", "endif", "  2 | {% if true %}"],
  },
  {
    fault: "SQL that names a column that is not there",
    files: { "models/orders.sql": "select id,\n  no_such_column\nfrom {{ ref('customers') }}\n" },
    exit: 1,
    says: [
      "SQL_COLUMN_NOT_FOUND  target/compiled/shop/models/orders.sql:2:3",
      "2 |   no_such_column",
      "`id`",
    ],
  },
  {
    fault: "SQL that does not read",
    files: { "models/orders.sql": "select id,\nfrom from {{ ref('customers') }}\n" },
    exit: 1,
    says: [
      "SQL_SYNTAX  target/compiled/shop/models/orders.sql:2:1",
      "2 | from from dev.customers",
      "^",
    ],
  },
  {
    fault: "a test that fails",
    files: {
      "models/p.yml": `models:
  - name: customers
    columns:
      - name: id
        data_tests: [{accepted_values: {arguments: {values: [2]}}}]
`,
    },
    exit: 1,
    says: [
      "[ERROR]: in test accepted_values_customers_id__2 (models/p.yml)",
      "Got 1 result, configured to fail if != 0",
      "compiled code at target/compiled/shop/models/p.yml/accepted_values_customers_id__2.sql",
    ],
  },
  {
    fault: "an option that the profile does not have",
    files: {
      "profiles.yml": `shop:
  target: dev
  outputs:
    dev:
      type: glue
      method: local
      location: warehouse.duckdb
      schema: dev
      workrs: 2
`,
    },
    exit: 2,
    says: ["PROFILE_OPTION_UNKNOWN", "profiles.yml:9:7", 'Hint: Did you mean "workers"?'],
  },
  {
    fault: "models that need each other",
    files: {
      "models/a.sql": "select * from {{ ref('b') }}",
      "models/b.sql": "select * from {{ ref('a') }}",
    },
    exit: 2,
    says: [
      "GRAPH_CYCLE  models/a.sql:1:18",
      "model.shop.a --> model.shop.b --> model.shop.a",
      "1 | select * from {{ ref('b') }}",
      "Hint: ",
    ],
  },
  {
    fault: "two models of one name",
    files: { "models/x/customers.sql": "select 2 as id" },
    exit: 2,
    says: [
      "DUPLICATE_RESOURCE  models/x/customers.sql:1:1",
      "models/customers.sql",
      "1 | select 2 as id",
      "Hint: ",
    ],
  },
];

describe("a fault in the project is told with its code, place, snippet and hint", () => {
  it.each(FAULTS)("$fault", async ({ files, exit, says }) => {
    const project = tempProject({ "models/customers.sql": "select 1 as id", ...files });
    const { exitCode, stdout } = await project.run("build");
    for (const words of says) expect(stdout).toContain(words);
    expect(exitCode).toBe(exit);
  });
});

describe("a hook at the end that does not compile", () => {
  it("costs no results of nodes", async () => {
    const project = tempProject({
      "models/customers.sql": "select 1 as id",
      "dbt_project.yml":
        "name: shop\nprofile: shop\non-run-end: \"{{ exceptions.raise_compiler_error('no') if execute }}\"\n",
    });
    const { exitCode, stdout } = await project.run("run");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("Done. PASS=1");
    expect(project.readJson("target/run_results.json")).toMatchObject({
      results: [{ unique_id: "model.shop.customers", status: "success" }],
    });
  });
});

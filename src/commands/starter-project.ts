/** The files of a new project: a seed, a staging view, a mart, tests. */
export function starterFiles(name: string): Readonly<Record<string, string>> {
  return {
    "dbt_project.yml": projectYml(name),
    ".gitignore": "target/\ndbt_packages/\nlogs/\n*.duckdb\n*.duckdb.wal\n",
    "README.md": readme(name),
    "seeds/raw_orders.csv": RAW_ORDERS,
    "models/staging/stg_orders.sql": STG_ORDERS,
    "models/marts/daily_revenue.sql": DAILY_REVENUE,
    "models/schema.yml": SCHEMA_YML,
  };
}

/** A profile for the embedded engine, and how the same project runs on Glue. */
export function starterProfile(name: string): string {
  return `${name}:
  target: dev
  outputs:
    dev:
      type: glue
      method: local
      location: warehouse.duckdb
      schema: ${name}
      threads: 4
`;
}

function projectYml(name: string): string {
  return `name: ${name}
version: "1.0.0"
config-version: 2
profile: ${name}

models:
  ${name}:
    staging:
      +materialized: view
    marts:
      +materialized: table
`;
}

function readme(name: string): string {
  return `# ${name}

    dbt-glue build                         load the seed, build the models, run the tests
    dbt-glue show --select daily_revenue   look at a result
    dbt-glue build --select stg_orders+    build one model and what comes after it

The target \`dev\` of profiles.yml is an embedded engine: the tables are in warehouse.duckdb.
`;
}

const RAW_ORDERS = `order_id,customer,ordered_at,amount
1,Ada,2024-01-01,12.50
2,Grace,2024-01-01,7.00
3,Ada,2024-01-02,30.25
4,Edsger,2024-01-03,4.75
`;

const STG_ORDERS = `select
    order_id,
    customer,
    cast(ordered_at as date) as ordered_on,
    cast(amount as decimal(10, 2)) as amount
from {{ ref('raw_orders') }}
`;

const DAILY_REVENUE = `select
    ordered_on,
    count(*) as orders,
    sum(amount) as revenue
from {{ ref('stg_orders') }}
group by ordered_on
`;

const SCHEMA_YML = `models:
  - name: stg_orders
    description: One row per order.
    columns:
      - name: order_id
        data_tests:
          - unique
          - not_null
  - name: daily_revenue
    description: Orders and revenue by day.
    columns:
      - name: ordered_on
        data_tests:
          - unique
`;

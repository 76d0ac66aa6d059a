// The project of bench:glue: 20 tables (parquet and Iceberg), 10 merges, 10 views, 60 tests.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TABLES = Array.from({ length: 20 }, (_, i) => i);
const TEN = TABLES.slice(0, 10);

/** Both sides get the same files; only the target differs. */
export function writeProject(folder, target) {
  mkdirSync(join(folder, "models"), { recursive: true });
  const write = (name, lines) => writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  write("dbt_project.yml", [
    "name: bench",
    "version: '1.0'",
    "profile: bench",
    "flags: { send_anonymous_usage_stats: false }",
  ]);
  write("profiles.yml", profile(target));
  for (const i of TABLES) write(`models/table_${i}.sql`, table(i));
  for (const i of TEN) write(`models/merge_${i}.sql`, merge(i));
  for (const i of TEN) write(`models/view_${i}.sql`, view(i));
  write("models/tests.yml", tests());
}

function table(i) {
  const format = i < 10 ? "parquet" : "iceberg";
  return [
    `{{ config(materialized='table', file_format='${format}') }}`,
    `select id, id % 10 as grp, cast(id * 1.5 as decimal(18, 2)) as amount, concat('name ', id) as name`,
    `from range(${1000 + i})`,
  ];
}

function merge(i) {
  return [
    "{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id', file_format='iceberg') }}",
    `select id, grp, amount from {{ ref('table_${i}') }}`,
  ];
}

function view(i) {
  return [
    "{{ config(materialized='view') }}",
    `select grp, sum(amount) as amount from {{ ref('table_${i + 10}') }} group by grp`,
  ];
}

function tests() {
  const model = (name, column, kinds) => [
    `  - name: ${name}`,
    "    columns:",
    `      - name: ${column}`,
    `        data_tests: [${kinds.join(", ")}]`,
  ];
  return [
    "models:",
    ...TABLES.flatMap((i) => model(`table_${i}`, "id", ["not_null", "unique"])),
    ...TEN.flatMap((i) => model(`merge_${i}`, "id", ["unique"])),
    ...TEN.flatMap((i) => model(`view_${i}`, "grp", ["not_null"])),
  ];
}

function profile({ schema, url, ours }) {
  // Iceberg tables are read under both names, as a Glue user sets it up.
  const conf = [
    "spark.sql.catalog.glue_catalog=org.apache.iceberg.spark.SparkCatalog",
    "spark.sql.catalog.spark_catalog=org.apache.iceberg.spark.SparkSessionCatalog",
  ].join(" --conf ");
  return [
    "bench:",
    "  target: glue",
    "  outputs:",
    "    glue:",
    "      type: glue",
    "      role_arn: arn:aws:iam::123456789012:role/GlueInteractiveSessionRole",
    "      region: us-east-1",
    "      workers: 2",
    "      worker_type: G.1X",
    "      glue_version: '5.0'",
    "      idle_timeout: 10",
    `      schema: ${schema}`,
    `      location: s3://bench/${schema}`,
    "      datalake_formats: iceberg",
    `      conf: ${conf}`,
    "      threads: 4",
    ...(ours ? [`      endpoint_url: ${url}`] : []),
  ];
}

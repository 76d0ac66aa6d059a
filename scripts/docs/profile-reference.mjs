import { build } from "esbuild";

/** The page of the profile's options, from the table that reads them. */
export async function profileReference(root) {
  const { GLUE_OPTIONS } = await load(root, "src/config/glue-options.ts");
  const { GLUE_VERSIONS } = await load(root, "src/adapters/spark/glue-versions.ts");
  const versionRows = Object.entries(GLUE_VERSIONS).map(
    ([version, { spark, python, java, iceberg = "", hudi = "", delta = "" }]) =>
      `| ${version} | ${spark} | ${python} | ${java} | ${iceberg} | ${hudi} | ${delta} |`,
  );
  const rows = GLUE_OPTIONS.map(
    (option) =>
      `| \`${option.name}\` | ${kindOf(option)} | ${defaultOf(option)} | ${option.about} |`,
  );
  return `# Profile

Generated from \`src/config/glue-options.ts\` by \`npm run docs:generate\`.

An output of profiles.yml has \`type: glue\`, dbt's own \`threads\` (default 1) and these options. Any other option is an error. A profile written for Python's dbt-glue works as it is.

\`\`\`yaml
shop:
  target: dev
  outputs:
    dev:
      type: glue
      method: local
      schema: shop
      location: warehouse.duckdb
\`\`\`

With \`method: local\` the path in \`location\` starts at the project's folder; without one, and under \`--local\`, the file is \`<target-path>/<target>.duckdb\`.
Values may be Jinja. Text from \`env_var\` needs \`| as_number\` or \`| as_bool\` where a number or a boolean is expected. Only here and in packages.yml can \`env_var\` read \`DBT_ENV_SECRET_*\`.

| option | type | default | meaning |
|---|---|---|---|
${rows.join("\n")}

## Glue versions

A session's \`glue_version\` decides on Spark and on the table formats that \`datalake_formats\` loads. Newer versions than these are passed on to Glue as they are.

| glue_version | Spark | Python | Java | Iceberg | Hudi | Delta |
|---|---|---|---|---|---|---|
${versionRows.join("\n")}

## Sessions of several kinds

Every node runs in the target's session unless it says otherwise. Nodes whose sessions come out equal share one.

\`\`\`yaml
# profiles.yml
session_profiles:
  large: {worker_type: G.2X, workers: 20}
# dbt_project.yml, or a model's config
models:
  shop:
    marts:
      +glue_session: large
\`\`\`

\`glue_session\` is the name of a session profile, or a map of session options, in which \`profile\` may name one to start from. \`conf\`, \`default_arguments\` and \`tags\` add to the target's.
A model's \`meta\` is read as Python's dbt-glue reads it: \`workers\`, \`worker_type\`, \`idle_timeout\` and the other session options replace the profile's, \`group_session_id\` names a session that a group of models shares, and \`enable_session_per_model\` gives the model one that ends with it.

## Cost

After a run, a line says what its sessions cost; \`target/glue_costs.json\` has it per session and node, and \`run_results.json\` per node in \`adapter_response\` (\`dpu_seconds\`, \`cost_usd\`).
A session costs its DPUs (worker type times workers) times the seconds that the run had it, at least 60 for one that the run made. While several nodes run in it, each gets an equal share; time in which none runs is \`idle\`.
Dollars are at AWS's list price of most regions: $0.44 for a DPU-hour, $0.52 for a memory-optimised one (R.* and Z.* workers). What an account really pays may differ.
`;
}

const KINDS = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true, false",
  strings: "list of texts",
  names: "list of texts",
  pairs: "map, or text",
  profiles: "map of maps",
};

function kindOf(option) {
  if (option.choices) return option.choices.join(", ");
  const kind = KINDS[option.kind];
  return option.minimum === undefined ? kind : `${kind}, from ${option.minimum}`;
}

function defaultOf(option) {
  return option.default === null ? "" : `\`${option.default}\``;
}

async function load(root, entryPoint) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

import { build } from "esbuild";

/** The page of the profile's options, from the table that reads them. */
export async function profileReference(root) {
  const { GLUE_OPTIONS } = await loadOptions(root);
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
`;
}

const KINDS = { string: "text", integer: "whole number", number: "number", boolean: "true, false" };

function kindOf(option) {
  if (option.choices) return option.choices.join(", ");
  const kind = KINDS[option.kind] ?? "list of texts";
  return option.minimum === undefined ? kind : `${kind}, from ${option.minimum}`;
}

function defaultOf(option) {
  return option.default === null ? "" : `\`${option.default}\``;
}

async function loadOptions(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/config/glue-options.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

import { build } from "esbuild";

/** The page of all commands and flags, from the definitions that parse them. */
export async function cliReference(root) {
  const { COMMANDS, GLOBAL_OPTIONS } = await loadDefinitions(root);
  const shown = COMMANDS.filter((command) => !command.hidden);
  return `# Command line

Generated from \`src/cli/commands\` by \`npm run docs:generate\`. Flags win over environment variables, these over \`flags:\` in dbt_project.yml. Exit codes are dbt's: 0 fine, 1 some node failed, 2 it could not start.

${shown.map((command) => `- [${command.name}](#${command.name.replaceAll(" ", "-")}): ${command.summary}`).join("\n")}

${shown.map(commandSection).join("\n")}
## Options of every command

${optionTable(GLOBAL_OPTIONS)}
`;
}

/** The definitions are TypeScript; commands themselves are imported lazily and never loaded here. */
async function loadDefinitions(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { COMMANDS } from "./src/cli/command-table.ts";
export { GLOBAL_OPTIONS } from "./src/cli/options/global-options.ts";`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["../../commands/*", "node:*"],
  });
  const source = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${source}`);
}

function commandSection(command) {
  const argument = command.argument ? ` [${command.argument.placeholder}]` : "";
  const aliases = command.aliases?.length
    ? ` Also: ${command.aliases.map((alias) => `\`${alias}\``).join(", ")}.`
    : "";
  const examples = command.examples.map((example) => `    dbt-glue ${example}`).join("\n");
  return `## ${command.name}

\`dbt-glue ${command.name} [OPTIONS]${argument}\`

${command.summary}${aliases}

${examples}

${optionTable(command.options)}
`;
}

function optionTable(options) {
  const rows = options
    .filter((option) => !option.hidden)
    .map((option) => {
      const names = [option.short, option.long, option.negative, ...(option.aliases ?? [])];
      const flags = names.filter(Boolean).map((name) => `\`${name}\``);
      const choices = option.value.choices ? ` One of ${option.value.choices.join(", ")}.` : "";
      return `| ${flags.join(", ")} | ${option.env ? `\`${option.env}\`` : ""} | ${option.summary}${choices} |`;
    });
  return rows.length === 0
    ? ""
    : `| flag | environment | what |\n|---|---|---|\n${rows.join("\n")}`;
}

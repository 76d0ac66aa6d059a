import { DBT_VERSION, ENGINE_VERSION } from "../util/versions.ts";

/** What `--version` prints, in dbt's shape. */
export function renderVersion(): string {
  return [
    "Core:",
    `  - installed: ${DBT_VERSION}`,
    "",
    "Plugins:",
    `  - glue: ${ENGINE_VERSION}`,
    "",
    "",
  ].join("\n");
}

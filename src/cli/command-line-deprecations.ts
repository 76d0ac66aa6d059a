import type { Environment } from "../config/environment.ts";
import {
  environmentVariableNamespaceDeprecation,
  modelParamUsageDeprecation,
} from "../events/deprecation-events.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import { COMMANDS } from "./command-table.ts";
import { GLOBAL_OPTIONS } from "./options/global-options.ts";

/** What the command line and the environment say in a way that dbt will drop. */
export function commandLineDeprecations(
  argv: readonly string[],
  env: Environment,
): readonly EngineEvent[] {
  const oldSelect = argv.some((word) => ["--models", "--model", "-m"].includes(word));
  const known = knownVariables();
  const strangers = Object.keys(env).filter(
    (name) => name.startsWith("DBT_ENGINE_") && !known.has(name),
  );
  return [
    ...(oldSelect ? [modelParamUsageDeprecation()] : []),
    ...strangers.map(environmentVariableNamespaceDeprecation),
  ];
}

function knownVariables(): ReadonlySet<string> {
  const options = [...GLOBAL_OPTIONS, ...COMMANDS.flatMap((command) => command.options)];
  const named = options.flatMap((option) =>
    option.env === undefined ? [] : [option.env.replace(/^DBT_(ENGINE_)?/, "DBT_ENGINE_")],
  );
  return new Set([...named, ...OTHER_VARIABLES]);
}

/** Variables without an option. */
const OTHER_VARIABLES = [
  "DBT_ENGINE_ARTIFACT_STATE_PATH",
  "DBT_ENGINE_DEFER_TO_STATE",
  "DBT_ENGINE_DOWNLOAD_DIR",
  "DBT_ENGINE_FAVOR_STATE_MODE",
  "DBT_ENGINE_HOST",
  "DBT_ENGINE_INVOCATION_ENV",
  "DBT_ENGINE_NO_PRINT",
  "DBT_ENGINE_PACKAGE_HUB_URL",
];

import {
  profileNumber,
  profileOptionMissing,
  profileValue,
} from "../../../errors/session-settings-errors.ts";
import { pythonFloatText } from "../../../util/python-float-text.ts";
import { PyFloat } from "../../../util/python-values.ts";
import { checkGlueVersion } from "./check-glue-version.ts";
import { confArgument, readConf, readNames, readPairs } from "./packed-values.ts";
import type { SessionSettings } from "./session-settings.ts";

export type Options = Readonly<Record<string, unknown>>;

/** What CreateSession gets from the profile's options. */
export function readSessionSettings(options: Options): SessionSettings {
  const workerType = text(options, "worker_type", "says how large the session's workers are");
  const glueVersion = optionText(options, "glue_version") ?? "5.0";
  const formats = optionText(options, "datalake_formats");
  checkGlueVersion({ glueVersion, workerType, formats });
  return {
    baseId: optionText(options, "glue_session_id") ?? "dbt-glue",
    roleArn: text(options, "role_arn", "Glue runs the session with"),
    workers: number(options, "workers", "says how many workers the session has"),
    workerType,
    glueVersion,
    idleTimeout: number(options, "idle_timeout", "says after how many idle minutes Glue stops it"),
    timeout: number(options, "query_timeout_in_minutes", "limits the session's life"),
    provisioningTimeout: number(
      options,
      "session_provisioning_timeout_in_seconds",
      "limits the wait for the session",
    ),
    reuse: options.glue_session_reuse === true,
    defaultArguments: defaultArguments(options),
    connections: readNames("connections", options.connections),
    securityConfiguration: optionText(options, "security_configuration"),
    tags: Object.fromEntries(readPairs("tags", options.tags)),
  };
}

/** Order as in dbt-glue: the catalog, the user's own arguments, then the named options. */
function defaultArguments(options: Options): Record<string, string> {
  const found: Record<string, string> = { "--enable-glue-datacatalog": "true" };
  for (const [key, value] of readPairs("default_arguments", options.default_arguments))
    found[key.startsWith("--") ? key : `--${key}`] = value;
  const named: readonly (readonly [string, string])[] = [
    ["--extra-jars", "extra_jars"],
    ["--extra-py-files", "extra_py_files"],
    ["--datalake-formats", "datalake_formats"],
  ];
  for (const [argument, option] of named) {
    const value = optionText(options, option);
    if (value !== undefined) found[argument] = value;
  }
  const conf = readConf(options.conf);
  if (conf.size > 0) found["--conf"] = confArgument(conf);
  const packages = readNames("packages", options.packages);
  if (packages.length > 0) found["--additional-python-modules"] = packages.join(",");
  return found;
}

function text(options: Options, name: string, why: string): string {
  const value = optionText(options, name);
  if (value === undefined) throw profileOptionMissing(name, why);
  return value;
}

/** YAML reads `glue_version: 5.0` as a number; the text is what was meant. */
export function optionText(options: Options, name: string): string | undefined {
  const value = options[name];
  if (value instanceof PyFloat) return pythonFloatText(value.value);
  if (typeof value === "number") return String(value);
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") throw profileValue(name, "text");
  return value;
}

function number(options: Options, name: string, why: string): number {
  const value = options[name];
  if (value === undefined || value === null) throw profileOptionMissing(name, why);
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1) throw profileNumber(name);
  return value;
}

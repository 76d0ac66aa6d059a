import type { CommandDefinition } from "./command-definition.ts";
import { build } from "./commands/build.ts";
import { clean } from "./commands/clean.ts";
import { clone } from "./commands/clone.ts";
import { compile } from "./commands/compile.ts";
import { debug } from "./commands/debug.ts";
import { deps } from "./commands/deps.ts";
import { docsGenerate } from "./commands/docs-generate.ts";
import { endpoint } from "./commands/endpoint.ts";
import { iamPolicy } from "./commands/iam-policy.ts";
import { init } from "./commands/init.ts";
import { list } from "./commands/list.ts";
import { parse } from "./commands/parse.ts";
import { retry } from "./commands/retry.ts";
import { runOperation } from "./commands/run-operation.ts";
import { run } from "./commands/run.ts";
import { seed } from "./commands/seed.ts";
import { sessionList, sessionReap, sessionStop } from "./commands/session.ts";
import { show } from "./commands/show.ts";
import { snapshot } from "./commands/snapshot.ts";
import { sourceFreshness } from "./commands/source-freshness.ts";
import { test } from "./commands/test.ts";

/** Every command, in the order of `--help`. */
export const COMMANDS: readonly CommandDefinition[] = [
  init,
  deps,
  debug,
  build,
  run,
  test,
  seed,
  snapshot,
  sourceFreshness,
  retry,
  clone,
  parse,
  list,
  compile,
  show,
  docsGenerate,
  runOperation,
  clean,
  sessionList,
  sessionStop,
  sessionReap,
  iamPolicy,
  endpoint,
];

/** Groups of commands with two words. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  docs: "Documentation of the project.",
  session: "The Glue sessions of the target's account.",
  source: "The sources of the project.",
};

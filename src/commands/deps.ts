import { loadProjectOnly } from "../config/load-runtime-config.ts";
import { notSupported } from "../errors/not-supported.ts";
import { installPackages } from "../packages/install-packages.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";

/** `deps`: installs the packages of packages.yml. */
export async function deps(context: CommandContext): Promise<CommandOutcome> {
  const { flags, env, events } = context;
  if (flags.command.addPackage !== undefined) throw notSupported("deps --add-package");
  await installPackages({
    project: loadProjectOnly(context),
    flags,
    env,
    events,
    lockOnly: flags.command.lock === true,
    upgrade: flags.command.upgrade === true,
  });
  return { success: true };
}

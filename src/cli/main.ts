import { renderVersion } from "./render-version.ts";

/**
 * The command `dbt-glue`. Sets the exit code: 0 success, 1 something in the run failed, 2 the
 * command could not do its work.
 */
export async function main(process: NodeJS.Process): Promise<void> {
  const argv = process.argv.slice(2);
  // Asked for by scripts and prompts: answered before anything is loaded.
  if (argv.length === 1 && ["--version", "-v", "-V"].includes(argv[0] ?? "")) {
    process.stdout.write(renderVersion());
    return;
  }
  const { runProcess } = await import("./run-process.ts");
  await runProcess(process, argv);
}

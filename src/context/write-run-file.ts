import { absolutePath } from "./absolute-path.ts";
import type { Invocation } from "./invocation.ts";
import { targetPath } from "./target-path.ts";

/** Writes the statement that makes a node under target/run. */
export async function writeRunFile(
  { runtime, files }: Invocation,
  node: Parameters<typeof targetPath>[0],
  text: string,
  suffix: string | undefined,
): Promise<void> {
  const target = targetFolderOf(runtime);
  const path = targetPath(node, { target, kind: "run" }, suffix);
  await files.write(absolutePath(runtime.project.root, path), text);
}

/** `target`, as flags or dbt_project.yml name it. */
export function targetFolderOf({ flags, project }: Invocation["runtime"]): string {
  return flags.targetPath ?? project.targetPath;
}

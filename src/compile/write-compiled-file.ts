import { absolutePath } from "../context/absolute-path.ts";
import type { Invocation } from "../context/invocation.ts";
import { targetPath } from "../context/target-path.ts";
import { targetFolderOf } from "../context/write-run-file.ts";

type CompiledFile = Parameters<typeof targetPath>[0] & {
  readonly compiled_code?: string | null;
  readonly compiled_path: string | null;
};

/** Writes a node's SQL under target/compiled, and gives the node with the path in it. */
export async function writeCompiledFile<Node extends CompiledFile>(
  { runtime, files }: Invocation,
  node: Node,
  suffix: string | undefined,
): Promise<Node> {
  if (!node.compiled_code) return node;
  const path = targetPath(node, { target: targetFolderOf(runtime), kind: "compiled" }, suffix);
  await files.write(absolutePath(runtime.project.root, path), node.compiled_code);
  return { ...node, compiled_path: path };
}

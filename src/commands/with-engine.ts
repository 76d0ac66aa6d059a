import type { Invocation } from "../context/invocation.ts";
import type { CommandContext } from "./command-context.ts";
import { diskFiles } from "./disk-files.ts";
import { readDeferredManifest } from "./read-deferred-manifest.ts";
import { fileFormatsOf } from "./file-formats.ts";
import type { ParsedProject } from "./read-project.ts";

/** Opens the engine, lets `work` use it, and closes it whatever happens. */
export async function withEngine<Result>(
  context: CommandContext,
  { runtime, manifest }: Pick<ParsedProject, "runtime" | "manifest">,
  selected: ReadonlySet<string>,
  work: (invocation: Invocation) => Promise<Result>,
): Promise<Result> {
  const { events, now, retried, signal } = context;
  const adapter = await context.openAdapter(runtime, fileFormatsOf(manifest));
  try {
    return await work({
      runtime,
      manifest,
      adapter,
      events,
      files: diskFiles,
      now,
      signal,
      selected,
      deferTo: readDeferredManifest(context),
      retried,
    });
  } finally {
    await adapter.close();
  }
}

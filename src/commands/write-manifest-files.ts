import { join } from "node:path";
import type { ArtifactOrigin } from "../artifacts/artifact-metadata.ts";
import { dependencyMaps } from "../artifacts/dependency-maps.ts";
import { graphSummaryArtifact } from "../artifacts/graph-summary-artifact.ts";
import { manifestArtifact } from "../artifacts/manifest-artifact.ts";
import { semanticManifestArtifact } from "../artifacts/semantic-manifest-artifact.ts";
import { writeArtifact } from "../artifacts/write-artifact.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { CommandContext } from "./command-context.ts";
import { targetFolder } from "./read-project.ts";

/** Writes manifest.json and semantic_manifest.json, unless `--no-write-json`. */
export function writeManifestFiles(
  context: CommandContext,
  runtime: RuntimeConfig,
  manifest: Manifest,
): void {
  if (!context.flags.writeJson) return;
  const folder = targetFolder(runtime);
  const facts = { adapterType: "glue", quoting: runtime.project.quoting };
  const origin = { ...artifactOrigin(context), env: manifest.env };
  writeArtifact(join(folder, "manifest.json"), manifestArtifact(manifest, origin, facts));
  writeArtifact(join(folder, "semantic_manifest.json"), semanticManifestArtifact(manifest));
}

/** Writes graph_summary.json, for commands that use the graph. */
export function writeGraphSummary(
  context: CommandContext,
  runtime: RuntimeConfig,
  manifest: Manifest,
): void {
  if (!context.flags.writeJson) return;
  const summary = graphSummaryArtifact(dependencyMaps(manifest), context.invocationId);
  writeArtifact(join(targetFolder(runtime), "graph_summary.json"), summary);
}

/** What every artifact of this command says of its origin. */
export function artifactOrigin(context: CommandContext): ArtifactOrigin {
  return {
    invocationId: context.invocationId,
    startedAt: context.startedAt,
    generatedAt: context.now(),
    env: customEnvironment(context.env),
  };
}

const CUSTOM_PREFIX = "DBT_ENV_CUSTOM_ENV_";

function customEnvironment(env: CommandContext["env"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith(CUSTOM_PREFIX) && value !== undefined
        ? [[name.slice(CUSTOM_PREFIX.length), value]]
        : [],
    ),
  );
}

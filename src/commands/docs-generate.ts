import { join } from "node:path";
import { catalogArtifact } from "../artifacts/catalog-artifact.ts";
import { writeArtifact } from "../artifacts/write-artifact.ts";
import { compileNodes } from "../compile/compile-nodes.ts";
import type { Invocation } from "../context/invocation.ts";
import { note } from "../events/main-events.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { buildCatalog, type CatalogRows } from "../run/build-catalog.ts";
import { catalogTables } from "./catalog-tables.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { foundStatsOf } from "./found-stats.ts";
import { readProject, targetFolder } from "./read-project.ts";
import { chosenTypes, COMPILE_TYPES } from "./resource-types.ts";
import { withCompiledNodes, writeRunResults } from "./run-nodes.ts";
import { selectResources } from "./select-resources.ts";
import { withEngine } from "./with-engine.ts";
import { artifactOrigin, writeManifestFiles } from "./write-manifest-files.ts";

/** `docs generate`: manifest.json with the compiled SQL, and catalog.json. */
export async function docsGenerate(context: CommandContext): Promise<CommandOutcome> {
  const { events, flags } = context;
  const { runtime, manifest } = readProject(context);
  events.emit(foundStatsOf(manifest));
  const types = chosenTypes(flags, COMPILE_TYPES);
  const selected = selectResources({ context, runtime, manifest, types });
  const made = await withEngine(context, { runtime, manifest }, selected, async (invocation) => ({
    manifest: await compileSelected(context, invocation),
    catalog: await readCatalog(context, invocation),
  }));
  const folder = targetFolder(runtime);
  const catalogPath = join(folder, "catalog.json");
  const tables = {
    nodes: catalogTables(made.catalog.nodes),
    sources: catalogTables(made.catalog.sources),
    errors: made.catalog.errors,
  };
  writeArtifact(catalogPath, catalogArtifact(tables, artifactOrigin(context)));
  writeManifestFiles(context, runtime, made.manifest);
  events.emit(note(`Catalog written to ${catalogPath}`));
  return { success: made.catalog.errors.length === 0, results: tables };
}

async function compileSelected(context: CommandContext, invocation: Invocation): Promise<Manifest> {
  const { manifest, runtime, selected } = invocation;
  if (context.flags.command.compile === false || selected.size === 0) return manifest;
  const outcome = await compileNodes(invocation);
  writeRunResults(context, runtime, outcome);
  return withCompiledNodes(manifest, outcome.compiled);
}

async function readCatalog(context: CommandContext, invocation: Invocation): Promise<CatalogRows> {
  if (context.flags.command.emptyCatalog === true) {
    return { nodes: new Map(), sources: new Map(), errors: [] };
  }
  context.events.emit(note("Building catalog"));
  return buildCatalog(invocation);
}

import { artifactUnreadable } from "../errors/command-errors.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { readJsonArtifact } from "./read-json-artifact.ts";

const SECTIONS = [
  "nodes",
  "sources",
  "macros",
  "docs",
  "exposures",
  "groups",
  "unit_tests",
  "metrics",
  "semantic_models",
  "saved_queries",
  "functions",
  "selectors",
  "disabled",
] as const;

/**
 * Reads a manifest.json, be it this engine's or real dbt's. Sections that its version of dbt did
 * not have are empty. Undefined where there is no such file.
 */
export function readManifestArtifact(path: string): Manifest | undefined {
  const content = readJsonArtifact(path);
  if (!content) return undefined;
  if (typeof content.nodes !== "object") {
    throw artifactUnreadable(path, '"nodes" is expected in it');
  }
  const sections = Object.fromEntries(SECTIONS.map((name) => [name, content[name] ?? {}]));
  const metadata = (content.metadata ?? {}) as Readonly<Record<string, unknown>>;
  const projectName = metadata.project_name;
  const env = metadata.env ?? {};
  // A reader: the sections of manifest.json are those of the type.
  return { ...sections, env, projectName: projectName ?? "" } as unknown as Manifest;
}

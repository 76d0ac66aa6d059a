import type { JsonObject } from "../util/json.ts";
import { artifactMetadata, type ArtifactOrigin } from "./artifact-metadata.ts";

/** A relation in catalog.json. */
export interface CatalogTable {
  readonly unique_id: string;
  readonly metadata: {
    readonly type: string;
    readonly schema: string;
    readonly name: string;
    readonly database: string | null;
    readonly comment: string | null;
    readonly owner: string | null;
  };
  readonly columns: Readonly<Record<string, CatalogTableColumn>>;
  readonly stats: Readonly<Record<string, CatalogStat>>;
}

export interface CatalogTableColumn {
  readonly type: string;
  /** From 1. */
  readonly index: number;
  readonly name: string;
  readonly comment: string | null;
}

export interface CatalogStat {
  readonly id: string;
  readonly label: string;
  readonly value: string | number | boolean | null;
  readonly include: boolean;
  readonly description: string;
}

export interface CatalogContent {
  readonly nodes: Readonly<Record<string, CatalogTable>>;
  readonly sources: Readonly<Record<string, CatalogTable>>;
  readonly errors: readonly string[];
}

/** catalog.json (v1). */
export function catalogArtifact(content: CatalogContent, origin: ArtifactOrigin): object {
  const metadata: JsonObject = artifactMetadata("catalog/v1", origin);
  return {
    metadata,
    nodes: content.nodes,
    sources: content.sources,
    errors: content.errors.length > 0 ? content.errors : null,
  };
}

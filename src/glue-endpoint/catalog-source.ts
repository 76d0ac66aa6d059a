/** A table of the engine behind the endpoint, as its Data Catalog should show it. */
export interface SourceTable {
  readonly name: string;
  readonly kind: "table" | "view";
  /** Spark's provider; absent for views. */
  readonly provider?: string;
  readonly columns: readonly SourceColumn[];
  readonly location?: string;
  readonly owner?: string;
  readonly comment?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface SourceColumn {
  readonly name: string;
  readonly type: string;
  readonly comment?: string;
  readonly partition?: boolean;
}

/**
 * The engine's own catalog. On AWS, Spark's tables and the Data Catalog's are the same; here the
 * endpoint asks the engine whenever somebody looks.
 */
export interface CatalogSource {
  databases(): Promise<readonly string[]>;
  tables(database: string): Promise<readonly SourceTable[]>;
  table(database: string, name: string): Promise<SourceTable | undefined>;
  createDatabase(name: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
}

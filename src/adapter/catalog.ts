/** What kind of thing a relation is, in dbt's words. */
export type RelationKind = "table" | "view";

export interface CatalogRelation {
  readonly schema: string;
  readonly identifier: string;
  readonly kind: RelationKind;
  /** Spark provider: `parquet`, `delta`, `iceberg`, `hudi`, ... Absent for views. */
  readonly provider?: string;
  readonly owner?: string;
  readonly comment?: string;
}

export interface CatalogColumn {
  readonly name: string;
  /** Spark DDL text. */
  readonly type: string;
  readonly comment?: string;
  readonly partition?: boolean;
}

export interface CatalogStatistic {
  readonly id: string;
  readonly label: string;
  readonly value: string | number | boolean;
  readonly description: string;
}

export interface RelationDetails extends CatalogRelation {
  readonly columns: readonly CatalogColumn[];
  readonly location?: string;
  readonly statistics: readonly CatalogStatistic[];
}

/** A relation's address. Spark has no database level above the schema. */
export interface RelationAddress {
  readonly schema: string;
  readonly identifier: string;
}

export interface ReplacedRelation {
  /** Where the rows of the replaced table lie. */
  readonly location?: string;
}

/**
 * Metadata. An error of the catalog is an error: it never means "does not exist"
 * (`undefined` means that the catalog answered, and there is no such thing).
 */
export interface Catalog {
  listSchemas(): Promise<readonly string[]>;
  createSchema(schema: string): Promise<void>;
  dropSchema(schema: string): Promise<void>;
  listRelations(schema: string): Promise<readonly CatalogRelation[]>;
  getColumns(relation: RelationAddress): Promise<readonly CatalogColumn[] | undefined>;
  /**
   * Everything docs need about one schema, in one go.
   *
   * @param wanted - names in lower case; the answer may leave out all others
   */
  describe(schema: string, wanted?: ReadonlySet<string>): Promise<readonly RelationDetails[]>;
  /**
   * Puts what was built as `staged` in the place of `target`, so that readers see the old or the
   * new, and forgets the name `staged`. Moves no data, deletes none. Absent where one statement of
   * the engine replaces any relation.
   */
  replaceRelation?(staged: RelationAddress, target: RelationAddress): Promise<ReplacedRelation>;
  setComments(
    relation: RelationAddress,
    comment: string | undefined,
    columns: Readonly<Record<string, string>>,
  ): Promise<void>;
}

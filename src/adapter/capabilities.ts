/** What an engine can do. Code asks these, never which engine it talks to. */
export interface Capabilities {
  /** Formats that take MERGE, UPDATE and DELETE. */
  readonly mergeFormats: readonly string[];
  /** Formats whose tables can be replaced in one statement, so that readers see old or new. */
  readonly replaceFormats: readonly string[];
  /** ... also where the table that is replaced has another format. */
  readonly replacesOtherFormats: boolean;
  /** Tables lie below the profile's `location`, and CREATE TABLE says where. */
  readonly tableLocations: boolean;
  /** Iceberg tables are named in a catalog of their own, `custom_iceberg_catalog_namespace`. */
  readonly icebergCatalog: boolean;
  readonly pythonModels: boolean;
  /** Batches of one microbatch model may run side by side. */
  readonly concurrentBatches: boolean;
}

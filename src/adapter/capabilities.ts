/** What an engine can do. Code asks these, never which engine it talks to. */
export interface Capabilities {
  /** Formats that take MERGE, UPDATE and DELETE. */
  readonly mergeFormats: readonly string[];
  /** Formats whose tables can be replaced in one statement, so that readers see old or new. */
  readonly replaceFormats: readonly string[];
  readonly pythonModels: boolean;
  /** Batches of one microbatch model may run side by side. */
  readonly concurrentBatches: boolean;
  /** GRANT and REVOKE do something. */
  readonly grants: boolean;
}

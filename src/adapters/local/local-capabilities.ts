import type { Capabilities } from "../../adapter/capabilities.ts";
import { mergeFormats, tableFormats } from "../spark/table-formats.ts";

/**
 * What the embedded engine can do: Spark's formats in name and rules, no Python. Every
 * table is replaced in one transaction, whatever its format is called.
 */
export const localCapabilities: Capabilities = {
  mergeFormats,
  replaceFormats: tableFormats,
  replacesOtherFormats: true,
  tableLocations: false,
  icebergCatalog: false,
  pythonModels: false,
  concurrentBatches: true,
};

import type { Capabilities } from "../../adapter/capabilities.ts";
import { mergeFormats, replaceFormats } from "../spark/table-formats.ts";

/** What the embedded engine can do: Spark's formats in name and rules, no Python, no grants. */
export const localCapabilities: Capabilities = {
  mergeFormats,
  replaceFormats,
  pythonModels: false,
  concurrentBatches: true,
  grants: false,
};

import {
  formatNotInGlueVersion,
  glueVersionUnknown,
  workerTypeUnknown,
  workerTypeTooNew,
} from "../../../errors/session-settings-errors.ts";
import { nearest } from "../../../util/nearest.ts";
import { GLUE_VERSIONS, isOlderVersion } from "../../spark/glue-versions.ts";
import { WORKER_TYPES } from "../../spark/worker-types.ts";

/**
 * Refuses what CreateSession would refuse a minute later, or Spark in the middle of a run: a version
 * that never was, worker types and formats that the version does not have. A version newer than this
 * program is left to Glue.
 */
export function checkGlueVersion(settings: {
  readonly glueVersion: string;
  readonly workerType: string;
  /** `datalake_formats`, with commas between. */
  readonly formats: string | undefined;
}): void {
  const { glueVersion, workerType, formats } = settings;
  const versions = Object.keys(GLUE_VERSIONS);
  const brings = GLUE_VERSIONS[glueVersion];
  const isNewer =
    /^\d+\.\d+$/.test(glueVersion) && isOlderVersion(versions.at(-1) ?? "", glueVersion);
  if (!brings && !isNewer) throw glueVersionUnknown(glueVersion, versions);
  const worker = WORKER_TYPES[workerType];
  const known = Object.keys(WORKER_TYPES);
  if (!worker) throw workerTypeUnknown(workerType, known, nearest(workerType, known));
  if (isOlderVersion(glueVersion, worker.since))
    throw workerTypeTooNew(workerType, worker.since, glueVersion);
  if (!brings || formats === undefined) return;
  for (const format of formats.split(",").map((name) => name.trim()))
    if (isFormat(format) && brings[format] === undefined)
      throw formatNotInGlueVersion(format, glueVersion);
}

function isFormat(name: string): name is "iceberg" | "hudi" | "delta" {
  return name === "iceberg" || name === "hudi" || name === "delta";
}

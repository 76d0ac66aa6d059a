import { EngineError } from "./engine-error.ts";

/** A folder of table data that must not be deleted: too wide, or not the target's own. */
export function purgeRefused(location: string, reason: string): EngineError {
  return new EngineError({
    code: "PURGE_REFUSED",
    message: `The data under "${location}" was not deleted, because ${reason}.`,
    hint: "Set location in profiles.yml to the folder that holds this target's tables.",
  });
}

/** A location that the engine should read or write, and that is not in S3. */
export function notAnS3Location(location: string): EngineError {
  return new EngineError({
    code: "LOCATION_NOT_IN_S3",
    message: `"${location}" is not a location in S3, which looks like s3://bucket/folder.`,
    hint: "Look at location in profiles.yml and at custom_location of the model.",
  });
}

/** S3 kept some of the objects that should go. */
export function s3DeleteFailed(object: string, message: string, count: number): EngineError {
  return new EngineError({
    code: "S3_DELETE_FAILED",
    kind: "database",
    message: `S3 did not delete ${count} object${count === 1 ? "" : "s"}, the first is "${object}": ${message}`,
  });
}

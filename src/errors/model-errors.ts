import { EngineError } from "./engine-error.ts";
import type { Place } from "./place.ts";
import { resourceText } from "./project-errors.ts";

export function contractWithoutColumns(node: string, language: string, place: Place): EngineError {
  const fault =
    language === "sql"
      ? "has no columns in a properties file"
      : `is written in ${language}, not in SQL`;
  return new EngineError({
    code: "CONTRACT_COLUMNS",
    message: `The ${resourceText(node)} has an enforced contract, but ${fault}.`,
    place,
    hint:
      language === "sql"
        ? "List its columns with their data_type."
        : "Only SQL models can have contracts.",
    node,
  });
}

export function primaryKeyTwice(
  node: string,
  columns: readonly string[],
  onModel: boolean,
  place: Place,
): EngineError {
  const where = `on the ${columns.length === 1 ? "column" : "columns"} ${columns.join(", ")}`;
  return new EngineError({
    code: "PRIMARY_KEY_TWICE",
    message: `The ${resourceText(node)} has primary key constraints ${where}${onModel ? " and on the model" : ""}.`,
    place,
    hint: "A key of several columns is one constraint on the model, with `columns:`.",
    node,
  });
}

export function foreignKeyTarget(node: string, expression: string, place: Place): EngineError {
  return new EngineError({
    code: "FOREIGN_KEY_TARGET",
    message: `The foreign key of ${resourceText(node)} must point to a ref() or source(), but points to "${expression}".`,
    place,
    hint: "Write for example `to: ref('customers')`.",
    node,
  });
}

export function latestVersionUnknown(
  model: string,
  latest: string,
  known: readonly string[],
  place: Place,
): EngineError {
  return new EngineError({
    code: "LATEST_VERSION",
    message: `latest_version of the model "${model}" is ${latest}, but its versions are ${known.join(", ")}.`,
    place,
  });
}

export function versionTwice(model: string, version: string, place: Place): EngineError {
  return new EngineError({
    code: "VERSION_TWICE",
    message: `The model "${model}" lists the version ${version} twice.`,
    place,
  });
}

export function versionedAndUnversioned(
  versioned: string,
  unversioned: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "VERSIONED_AND_UNVERSIONED",
    message: `The ${resourceText(versioned)} has versions, but ${resourceText(unversioned)} has the same name without one.`,
    place,
    hint: "Make it a version too, or rename one of them.",
    node: versioned,
  });
}

export function timeSpineColumn(
  model: string,
  column: string,
  fault: string,
  place: Place,
): EngineError {
  return new EngineError({
    code: "TIME_SPINE_COLUMN",
    message: `The time spine of the model "${model}" uses the column "${column}", which ${fault}.`,
    place,
  });
}

export function includeTwice(model: string, place: Place): EngineError {
  return new EngineError({
    code: "VERSION_INCLUDE_TWICE",
    message: `A version of the model "${model}" has two items with include or exclude under "columns".`,
    place,
    hint: "Join them into one.",
  });
}

import { EngineError } from "./engine-error.ts";

/** A relation that was just built, and that the Data Catalog does not have. */
export function relationNotInCatalog(relation: string): EngineError {
  return new EngineError({
    code: "RELATION_NOT_IN_CATALOG",
    kind: "database",
    message: `The Data Catalog has no "${relation}", although it was just built.`,
    hint: "Something else has dropped it meanwhile, or Spark keeps it in another catalog.",
  });
}

/** A table of a database that is dropped, and that the Data Catalog keeps. */
export function tableNotDeleted(table: string, reason: string | undefined): EngineError {
  return new EngineError({
    code: "TABLE_NOT_DELETED",
    kind: "database",
    message: `The Data Catalog did not delete "${table}": ${reason ?? "it gave no reason."}`,
  });
}

/** A table's entry is new, and some entries of its partitions are not. */
export function partitionsNotReplaced(table: string, reason: string | undefined): EngineError {
  return new EngineError({
    code: "PARTITIONS_NOT_REPLACED",
    kind: "database",
    message: `The Data Catalog did not take all partitions of "${table}": ${reason ?? "it gave no reason"}.`,
    hint: "Build the model once more: its data is written, and its partitions are registered anew.",
  });
}

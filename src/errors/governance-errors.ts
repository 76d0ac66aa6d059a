import { EngineError } from "./engine-error.ts";

/** A Lake Formation config of a model that is not written as expected. */
export function governanceConfig(config: string, problem: string, expected: string): EngineError {
  return new EngineError({
    code: "GOVERNANCE_CONFIG",
    message: `In "${config}", ${problem}.`,
    hint: `Expected: ${expected}`,
  });
}

/** Lake Formation answered, and listed something that it did not do. */
export function lakeFormationFailed(what: string, reason: string | undefined): EngineError {
  return new EngineError({
    code: "LAKE_FORMATION_FAILED",
    kind: "database",
    message: `Lake Formation did not ${what}: ${reason ?? "it gave no reason."}`,
    hint: "Tags must exist in Lake Formation, and whoever runs dbt-glue must be allowed to grant them.",
  });
}

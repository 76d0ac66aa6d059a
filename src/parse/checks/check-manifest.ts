import type { ParseEnvironment } from "../parse-environment.ts";
import { checkFunctions } from "../functions/check-functions.ts";
import { checkGroupsAndAccess } from "./check-groups.ts";
import { checkMicrobatch } from "./check-microbatch.ts";
import { checkSnapshots } from "./check-snapshots.ts";
import { checkUniqueness } from "./check-uniqueness.ts";
import { warnOfDeprecations } from "./warn-of-deprecations.ts";
import { checkSpaces } from "./check-spaces.ts";
import { warnOfUnusedPaths } from "./warn-of-unused-paths.ts";

/** The rules that only a whole manifest can break, in the order in which dbt reports them. */
export function checkManifest(environment: ParseEnvironment): void {
  checkGroupsAndAccess(environment);
  checkFunctions(environment);
  checkSnapshots(environment);
  checkMicrobatch(environment);
  warnOfDeprecations(environment);
  checkSpaces(environment);
  checkUniqueness(environment);
  warnOfUnusedPaths(environment);
}

import type { SelectionCriterion, SelectionMethod } from "../config/selection-spec.ts";

import { isMember } from "./members.ts";
import { matchAccess } from "./methods/method-access.ts";
import { matchConfig } from "./methods/method-config.ts";
import { matchFile } from "./methods/method-file.ts";
import { matchFqn } from "./methods/method-fqn.ts";
import { matchGroup } from "./methods/method-group.ts";
import { matchNamed } from "./methods/method-named.ts";
import { matchPackage } from "./methods/method-package.ts";
import { matchPath } from "./methods/method-path.ts";
import { matchResourceType } from "./methods/method-resource-type.ts";
import { matchResult } from "./methods/method-result.ts";
import { matchSource } from "./methods/method-source.ts";
import { matchSourceStatus } from "./methods/method-source-status.ts";
import { matchState } from "./methods/method-state.ts";
import { matchTag } from "./methods/method-tag.ts";
import { matchTestName } from "./methods/method-test-name.ts";
import { matchTestType } from "./methods/method-test-type.ts";
import { matchVersion } from "./methods/method-version.ts";
import type { MethodFactory } from "./methods/method-factory.ts";
import { allResources } from "./resource-by-id.ts";
import type { SelectionScope } from "./selection-scope.ts";

const METHODS: Readonly<Record<Exclude<SelectionMethod, "selector">, MethodFactory>> = {
  fqn: matchFqn,
  tag: matchTag,
  group: matchGroup,
  access: matchAccess,
  source: matchSource,
  path: matchPath,
  file: matchFile,
  package: matchPackage,
  config: matchConfig,
  test_name: matchTestName,
  test_type: matchTestType,
  resource_type: matchResourceType,
  state: matchState,
  exposure: matchNamed("exposure"),
  metric: matchNamed("metric"),
  semantic_model: matchNamed("semantic_model"),
  saved_query: matchNamed("saved_query"),
  unit_test: matchNamed("unit_test"),
  result: matchResult,
  source_status: matchSourceStatus,
  version: matchVersion,
};

/** Ids of the enabled resources that the criterion names, without relatives and tests. */
export function findMatches(
  criterion: SelectionCriterion,
  method: keyof typeof METHODS,
  scope: SelectionScope,
): ReadonlySet<string> {
  const matches = METHODS[method](criterion, scope);
  const ids = allResources(scope.manifest)
    .filter((resource) => isMember(resource) && matches(resource))
    .map((resource) => resource.unique_id);
  return new Set(ids);
}

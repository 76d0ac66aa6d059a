import { isVersionGiven, versionText } from "../versions.ts";
import { type EngineError } from "../../errors/engine-error.ts";
import { accessDenied, targetNotFound } from "../../errors/reference-errors.ts";
import {
  invalidDisabledTargetInTestNode,
  nodeNotFoundOrDisabled,
  packageNodeDependsOnRootProjectNode,
} from "../../events/parse-events.ts";
import type { Place } from "../../errors/place.ts";
import type { RefArgs } from "../../manifest/node-parts.ts";
import { nearest } from "../../util/nearest.ts";
import type { Draft } from "../drafts/draft.ts";
import type { Lookups } from "../lookups.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";
import { findCall } from "./find-call.ts";
import type { Resolved, Resolvers } from "./resolvers.ts";

/** Anything with references: a node, an exposure, a semantic model. */
export interface Referrer {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly packageName: string;
  readonly group: string | null;
  readonly place: Place;
  readonly dependsOn: Set<string>;
  /** Called when a reference of it leads nowhere. */
  disable(): void;
}

export interface ReferenceTools {
  readonly environment: ParseEnvironment;
  readonly resolvers: Resolvers;
  readonly lookups: Lookups;
}

export function referrerOf(draft: Draft): Referrer {
  return {
    id: draft.uniqueId,
    name: draft.name,
    kind: draft.kind,
    packageName: draft.packageName,
    group: draft.group,
    place: draft.place,
    dependsOn: draft.dependsOnNodes,
    disable: () => {
      draft.config = { ...draft.config, enabled: false };
    },
  };
}

/** Adds the sources of a node to what it depends on. */
export function resolveSources(
  tools: ReferenceTools,
  from: Referrer,
  sources: readonly (readonly string[])[],
): void {
  for (const [source = "", table = ""] of sources) {
    const found = tools.resolvers.source(source, table, from.packageName);
    if (found.kind === "found") from.dependsOn.add(found.target.unique_id);
    else {
      const name = `${source}.${table}`;
      const missing = {
        reference: `source('${source}', '${table}')`,
        kind: "source",
        name,
        word: table,
      };
      reportMissing(tools, from, found, { ...missing, candidates: tools.resolvers.sourceNames() });
    }
  }
}

/** Adds the nodes that a node refers to, if it may refer to them. */
export function resolveRefs(tools: ReferenceTools, from: Referrer, refs: readonly RefArgs[]): void {
  for (const ref of refs) {
    const found = tools.resolvers.ref(ref.name, ref.package, ref.version, from.packageName);
    if (found.kind === "found") {
      checkAccess(tools, from, found.target);
      warnOfRootReference(tools, from, ref, found.target);
      from.dependsOn.add(found.target.uniqueId);
    } else {
      const name = isVersionGiven(ref.version)
        ? `${ref.name}.v${versionText(ref.version)}`
        : ref.name;
      const missing = {
        reference: refText(ref),
        kind: "model, seed or snapshot",
        name,
        word: ref.name,
      };
      reportMissing(tools, from, found, { ...missing, candidates: tools.lookups.refs().names() });
    }
  }
}

export function resolveFunctions(
  tools: ReferenceTools,
  from: Referrer,
  functions: readonly (readonly string[])[],
): void {
  for (const call of functions) {
    const name = call.at(-1) ?? "";
    const packageName = call.length > 1 ? (call[0] ?? null) : null;
    const found = tools.resolvers.function(name, packageName, from.packageName);
    if (found.kind === "found") from.dependsOn.add(found.target.uniqueId);
    else {
      const reference = `function(${call.map((each) => `'${each}'`).join(", ")})`;
      const missing = {
        reference,
        kind: "function",
        name,
        word: name,
        candidates: tools.lookups.functions().names(),
      };
      reportMissing(tools, from, found, missing);
    }
  }
}

export function resolveMetrics(
  tools: ReferenceTools,
  from: Referrer,
  metrics: readonly (readonly string[])[],
): void {
  for (const call of metrics) {
    const name = call.at(-1) ?? "";
    const packageName = call.length > 1 ? (call[0] ?? null) : null;
    const found = tools.resolvers.metric(name, packageName, from.packageName);
    if (found.kind === "found") from.dependsOn.add(found.target.unique_id);
    else {
      const candidates = [...tools.environment.manifest.metrics.values()].map((each) => each.name);
      reportMissing(tools, from, found, {
        reference: `metric('${name}')`,
        kind: "metric",
        name,
        word: name,
        candidates,
      });
    }
  }
}

function refText({ name, package: packageName, version }: RefArgs): string {
  const args = [...(packageName === null ? [] : [packageName]), name].map((each) => `'${each}'`);
  return `ref(${[...args, ...(version === null ? [] : [`v=${version}`])].join(", ")})`;
}

interface Missing {
  readonly reference: string;
  readonly kind: string;
  readonly name: string;
  /** The word that stands in the file. */
  readonly word: string;
  readonly candidates: Iterable<string>;
}

/** A test whose parent is gone only warns; for anything else it is an error. */
function reportMissing(
  tools: ReferenceTools,
  from: Referrer,
  found: Resolved<unknown>,
  missing: Missing,
): void {
  from.disable();
  const isDisabled = found.kind === "disabled";
  if (from.kind !== "test") throw missingError(from, missing, isDisabled);
  const { events } = tools.environment;
  const place = from.place;
  const isWarning = missing.kind !== "model, seed or snapshot" && missing.kind !== "function";
  events.emit(
    isDisabled
      ? invalidDisabledTargetInTestNode(from.id, missing.reference, { place, isWarning })
      : nodeNotFoundOrDisabled(from.id, missing.reference, place),
  );
}

function missingError(from: Referrer, missing: Missing, disabled: boolean): EngineError {
  const { reference, kind, name, word, candidates } = missing;
  return targetNotFound({
    node: from.id,
    reference,
    kind,
    name,
    disabled,
    place: findCall(from.place, word),
    suggestion: disabled
      ? undefined
      : nearest(
          name,
          [...candidates].filter((each) => each !== name),
        ),
  });
}

/** Private models are for their group, protected ones of a closed package for that package. */
function checkAccess({ environment }: ReferenceTools, from: Referrer, target: Draft): void {
  if (target.kind !== "model") return;
  const { access } = target.model;
  const isClosed =
    isRestricted(environment, target.packageName) && from.packageName !== target.packageName;
  const inGroup = from.group !== null && from.group !== "" && from.group === target.group;
  const isDenied = access === "private" ? !inGroup || isClosed : access === "protected" && isClosed;
  if (!isDenied) return;
  const scope =
    access === "private"
      ? `the group "${target.group ?? "none"}"`
      : `the package "${target.packageName}"`;
  throw accessDenied({
    node: from.id,
    target: target.uniqueId,
    access,
    scope,
    place: findCall(from.place, target.name),
  });
}

/** Only packages can be closed: the root project's own setting closes nothing. */
function isRestricted({ runtime }: ParseEnvironment, packageName: string): boolean {
  if (packageName === runtime.project.name) return false;
  return runtime.packages.get(packageName)?.restrictAccess === true;
}

function warnOfRootReference(
  { environment }: ReferenceTools,
  from: Referrer,
  ref: RefArgs,
  target: Draft,
): void {
  if (hasBehavior(environment, "require_ref_searches_node_package_before_root")) return;
  const root = environment.runtime.project.name;
  if (from.packageName === root || target.packageName !== root || ref.package === root) return;
  environment.events.emit(
    packageNodeDependsOnRootProjectNode(from.name, from.packageName, target.uniqueId),
  );
}

import {
  ephemeralInOperation,
  referenceNotAllowed,
  referenceNotFound,
  referenceNotParsed,
} from "../../errors/lookup-errors.ts";
import { pythonError } from "../../errors/jinja-errors.ts";
import { hostFunction, type CallArguments } from "../../jinja/host-object.ts";
import { pyRepr, pyStr } from "../../jinja/python-text.ts";
import { pythonTypeName } from "../../jinja/python-types.ts";
import type { ManifestNode, RefableNode } from "../../manifest/nodes.ts";
import type { SourceNode } from "../../manifest/source-node.ts";
import type { ContextSkeleton } from "../context-skeleton.ts";
import type { Found, Reference } from "./node-lookup.ts";
import { withRuntimeConfig } from "./runtime-config-object.ts";
import { isEphemeral } from "../node-facts.ts";
import { locateNode, locateSource } from "../locate-relation.ts";
import { ephemeralRelation, relationForNode, type RowBounds } from "../relation-for-node.ts";
import { relationObject, type RelationObject } from "../relation-object.ts";

/** Who refers, and what its references do. */
export interface Referrer {
  readonly unique_id: string;
  readonly package_name: string;
  readonly resource_type: string;
  readonly group?: string | null | undefined;
  /** Ids that parsing found; undefined where anything goes (operations). */
  readonly dependsOn?: ReadonlySet<string> | undefined;
  /** Called for each ephemeral node that is referred to. */
  readonly addEphemeral?: ((node: ManifestNode) => void) | undefined;
  /** Rows that a reference to the target may read. */
  readonly boundsFor: (target: ManifestNode | SourceNode) => RowBounds;
  /** Unit tests answer with the CTE of a given input instead. */
  readonly replace?:
    ((target: ManifestNode | SourceNode) => RelationObject | undefined) | undefined;
}

/** `ref`, `source`, `metric` and `function` at run time. */
export function referenceMembers(
  skeleton: ContextSkeleton,
  referrer: Referrer,
): Readonly<Record<string, unknown>> {
  return {
    ref: withRuntimeConfig(
      hostFunction("ref", (args) => resolveRef(skeleton, referrer, args)),
      skeleton.invocation.runtime,
    ),
    source: hostFunction("source", (args) => resolveSource(skeleton, referrer, args)),
    metric: hostFunction("metric", (args) => resolveMetric(skeleton, referrer, args)),
    function: hostFunction("function", (args) => resolveFunction(skeleton, referrer, args)),
  };
}

async function resolveRef(
  skeleton: ContextSkeleton,
  referrer: Referrer,
  args: CallArguments,
): Promise<RelationObject> {
  const reference = readReference("ref", args);
  const written = writtenReference("ref", reference);
  const target = expectFound(
    skeleton.lookup.ref(reference, referrer.package_name),
    referrer,
    written,
    "model, seed or snapshot",
  );
  checkAccess(skeleton, referrer, target);
  if (referrer.dependsOn && !referrer.dependsOn.has(target.unique_id)) {
    throw referenceNotParsed(referrer.unique_id, written);
  }
  const replaced = referrer.replace?.(target);
  if (replaced) return replaced;
  const bounds = referrer.boundsFor(target);
  if (isEphemeral(target)) {
    if (!referrer.addEphemeral) throw ephemeralInOperation(target.name);
    referrer.addEphemeral(target);
    return relationObject(ephemeralRelation(target, bounds));
  }
  const node = (await skeleton.deferred(target)) ?? target;
  return relationObject(await locateNode(skeleton, node, bounds));
}

async function resolveSource(
  skeleton: ContextSkeleton,
  referrer: Referrer,
  args: CallArguments,
): Promise<RelationObject> {
  const { positional } = args;
  if (positional.length !== 2) {
    throw pythonError("TypeError", `source() takes two arguments (${positional.length} given)`);
  }
  const source = expectString("source()", "source name", positional[0]);
  const table = expectString("source()", "table name", positional[1]);
  const target = expectFound(
    skeleton.lookup.source(source, table, referrer.package_name),
    referrer,
    `source(${pyRepr(source)}, ${pyRepr(table)})`,
    "source",
  );
  return (
    referrer.replace?.(target) ??
    relationObject(await locateSource(skeleton, target, referrer.boundsFor(target)))
  );
}

function resolveMetric(skeleton: ContextSkeleton, referrer: Referrer, args: CallArguments): string {
  const reference = readReference("metric", args);
  const found = skeleton.lookup.metric(reference, referrer.package_name);
  return expectFound(found, referrer, writtenReference("metric", reference), "metric").name;
}

async function resolveFunction(
  skeleton: ContextSkeleton,
  referrer: Referrer,
  args: CallArguments,
): Promise<RelationObject> {
  const reference = readReference("function", args);
  const target = expectFound(
    skeleton.lookup.function(reference, referrer.package_name),
    referrer,
    writtenReference("function", reference),
    "function",
  );
  const node = (await skeleton.deferred(target)) ?? target;
  return relationObject({ ...relationForNode(node, {}), type: "function" });
}

function readReference(call: string, args: CallArguments): Reference {
  const { positional, named } = args;
  if (positional.length < 1 || positional.length > 2) {
    throw pythonError(
      "TypeError",
      `${call}() takes one or two arguments (${positional.length} given)`,
    );
  }
  const name = expectString(`${call}()`, "name", positional.at(-1));
  const owner = positional.length === 2 ? positional[0] : null;
  const version = named.get("version") ?? named.get("v") ?? null;
  return {
    name,
    package: owner === null ? null : expectString(`${call}()`, "package", owner),
    version: version === null ? null : pyStr(version),
  };
}

function expectString(call: string, argument: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw pythonError(
    "TypeError",
    `The ${argument} argument to ${call} must be a string, got ${pythonTypeName(value)}`,
  );
}

function writtenReference(call: string, reference: Reference): string {
  const parts = [
    ...(reference.package === null ? [] : [pyRepr(reference.package)]),
    pyRepr(reference.name),
    ...(reference.version ? [`v=${reference.version}`] : []),
  ];
  return `${call}(${parts.join(", ")})`;
}

function expectFound<T>(found: Found<T>, referrer: Referrer, written: string, kind: string): T {
  if (found.kind === "found") return found.resource;
  throw referenceNotFound(referrer.unique_id, written, kind, found.kind === "disabled");
}

/** Macros and inline queries stand outside of groups and access. */
function checkAccess(skeleton: ContextSkeleton, referrer: Referrer, target: RefableNode): void {
  if (target.resource_type !== "model") return;
  if (referrer.resource_type === "macro" || referrer.resource_type === "sql_operation") return;
  const abroad = isAbroad(skeleton, referrer, target);
  const facts = { node: referrer.unique_id, target: target.unique_id };
  const sameGroup = Boolean(referrer.group) && referrer.group === target.group;
  if (target.access === "private" && (!sameGroup || abroad)) {
    const scope = target.group ?? target.package_name;
    throw referenceNotAllowed({ ...facts, access: "private", scope });
  }
  if (target.access === "protected" && abroad) {
    throw referenceNotAllowed({ ...facts, access: "protected", scope: target.package_name });
  }
}

/** The target's package lets others see what is public only. */
function isAbroad(skeleton: ContextSkeleton, referrer: Referrer, target: RefableNode): boolean {
  if (referrer.package_name === target.package_name) return false;
  const { packages } = skeleton.invocation.runtime;
  return packages.get(target.package_name)?.restrictAccess ?? false;
}

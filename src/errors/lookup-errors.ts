import { EngineError } from "./engine-error.ts";

export function ambiguousReference(name: string, packages: readonly string[]): EngineError {
  return new EngineError({
    code: "REF_AMBIGUOUS",
    message: `Several packages have a node called "${name}": ${packages.join(", ")}.`,
    hint: `Name the package: ref('package', '${name}').`,
  });
}

/**
 * @param reference - as the user wrote it: `ref('orders')`
 * @param disabled - it exists and is switched off
 */
export function referenceNotFound(
  node: string,
  reference: string,
  kind: string,
  disabled: boolean,
): EngineError {
  return new EngineError({
    code: disabled ? "REF_DISABLED" : "REF_NOT_FOUND",
    message: disabled
      ? `"${node}" depends on ${reference}, which is disabled.`
      : `"${node}" depends on ${reference}, but there is no ${kind} of that name.`,
    node,
  });
}

/** A reference that parsing did not see, so the run could come before its target. */
export function referenceNotParsed(node: string, reference: string): EngineError {
  return new EngineError({
    code: "REF_NOT_PARSED",
    message: `"${node}" uses ${reference}, which was not seen when the project was parsed.`,
    hint: `Add this line to the node so that dbt knows the order: -- depends_on: {{ ${reference} }}`,
    node,
  });
}

/** @param facts - `scope` is the group or the project that owns the target */
export function referenceNotAllowed(facts: {
  readonly node: string;
  readonly target: string;
  readonly access: "private" | "protected";
  readonly scope: string;
}): EngineError {
  const where = facts.access === "private" ? "group" : "project";
  return new EngineError({
    code: "REF_ACCESS",
    message: `"${facts.node}" refers to "${facts.target}", which is ${facts.access} to the ${where} "${facts.scope}".`,
    node: facts.node,
  });
}

export function ephemeralInOperation(name: string): EngineError {
  return new EngineError({
    code: "OPERATION_REFS_EPHEMERAL",
    message: `The macro refers to "${name}", which is ephemeral: it has no relation outside of the models that use it.`,
  });
}

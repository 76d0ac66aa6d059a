import { parseScope, type ParseShared } from "../../context/parse-scope.ts";
import type { ParseSubject } from "../../context/parse-recorder.ts";
import { makeRelation } from "../../context/relation.ts";
import { bug } from "../../errors/bug.ts";
import { toPython } from "../../jinja/convert.ts";
import { HOST, hostObject, isHostObject, type HostObject } from "../../jinja/host-object.ts";
import { MISSING } from "../../jinja/scope.ts";
import { UndefinedValue } from "../../jinja/undefined-value.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { NameComponent, NameOwner, ParseTemplates } from "../parse-environment.ts";

/** Calls `generate_<component>_name`: a package's own for its nodes, else the root's or dbt's. */
export function nameGenerator(shared: ParseShared): ParseTemplates["generateName"] {
  const callables = new Map<string, HostObject>();
  const callableFor = (component: NameComponent, packageName: string | null): HostObject => {
    const key = `${component} ${packageName ?? ""}`;
    const known = callables.get(key);
    if (known !== undefined) return known;
    const callable = bindGenerator(shared, findGenerator(shared, component, packageName));
    callables.set(key, callable);
    return callable;
  };
  return (component, owner, custom) => {
    const callable = callableFor(component, owner.packageName);
    const result = callable[HOST].call?.({
      positional: [toPython(custom), nodeArgument(owner)],
      named: new Map(),
    });
    return result instanceof UndefinedValue ? null : result;
  };
}

function findGenerator(
  { macros }: ParseShared,
  component: NameComponent,
  packageName: string | null,
): MacroNode {
  const own = packageName === null ? undefined : macros.findGenerateMacro(component, packageName);
  const macro = own ?? macros.findGenerateMacro(component);
  if (macro === undefined) throw bug(`There is no macro generate_${component}_name.`);
  return macro;
}

/** The macro sees the project as from its own package, and no node but its argument. */
function bindGenerator(shared: ParseShared, macro: MacroNode): HostObject {
  const subject: ParseSubject = {
    uniqueId: macro.unique_id,
    name: macro.name,
    packageName: macro.package_name,
    kind: "macro",
    recorder: NOTHING,
    facts: () => ({}),
    relation: () => makeRelation({}),
  };
  const scope = parseScope(shared, subject, () => undefined);
  const bound =
    "bind" in scope && typeof scope.bind === "function"
      ? (scope.bind(macro) as unknown)
      : undefined;
  if (!isHostObject(bound)) throw bug(`The macro "${macro.name}" cannot be called.`);
  return bound;
}

const ignore = (): void => undefined;
const NOTHING = { ref: ignore, source: ignore, metric: ignore, function: ignore, config: ignore };

/** A node as an object: its fields are attributes, and items as well. */
function nodeArgument({ facts }: NameOwner): HostObject {
  let record: Readonly<Record<string, unknown>> | undefined;
  const read = (name: unknown): unknown => {
    record ??= facts();
    return typeof name === "string" && Object.hasOwn(record, name)
      ? toPython(record[name])
      : MISSING;
  };
  return hostObject({ typeName: "ParsedNode", getAttribute: read, getItem: read });
}

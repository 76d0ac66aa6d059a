import { parseScope, type ParseShared } from "../../context/parse-scope.ts";
import { bug } from "../../errors/bug.ts";
import { toPython } from "../../jinja/convert.ts";
import { HOST, hostObject, type HostObject } from "../../jinja/host-object.ts";
import { MISSING } from "../../jinja/scope.ts";
import { UndefinedValue } from "../../jinja/undefined-value.ts";
import type { MacroNode } from "../../manifest/macro-node.ts";
import type { NameComponent, NameOwner, ParseTemplates } from "../parse-environment.ts";
import { macroSubject } from "./macro-subject.ts";

/**
 * Calls `generate_<component>_name`: a package's own for its nodes, else the root's or dbt's.
 * Where a macro does not look at the node, its answer holds for all nodes with the same setting.
 */
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
  const answers = new Map<string, unknown>();
  return (component, owner, custom) => {
    const key = JSON.stringify([component, owner.packageName, custom]);
    if (answers.has(key)) return answers.get(key);
    const callable = callableFor(component, owner.packageName);
    const read = new Set<unknown>();
    const positional = [toPython(custom), nodeArgument(owner, (name) => read.add(name))];
    const result = callable[HOST].call?.({ positional, named: new Map() });
    const answer = result instanceof UndefinedValue ? null : result;
    if (read.size === 0) answers.set(key, answer);
    return answer;
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
  const subject = macroSubject(macro.name, macro.package_name, macro.unique_id);
  return parseScope(shared, subject, () => undefined).bind(macro);
}

/** A node as an object: its fields are attributes, and items as well. */
function nodeArgument({ fact }: NameOwner, onRead: (name: unknown) => void): HostObject {
  const read = (name: unknown): unknown => {
    onRead(name);
    const value = typeof name === "string" ? fact(name) : undefined;
    return value === undefined ? MISSING : toPython(value);
  };
  return hostObject({ typeName: "ParsedNode", getAttribute: read, getItem: read });
}

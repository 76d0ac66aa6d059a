import type { GraphResource } from "../../manifest/manifest.ts";
import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/**
 * `fqn:`: the name, or a beginning of the dotted path of package, folders and name, with or without
 * the package; from a part with a wildcard on, the rest as a pattern. Sources have their own
 * method.
 */
export const matchFqn: MethodFactory = (criterion) => {
  const selector = valueText(criterion);
  return (resource) => {
    if (resource.resource_type === "source") return false;
    const versioned = isVersioned(resource);
    return (
      matchesFqn(resource.fqn, selector, versioned) ||
      matchesFqn(resource.fqn.slice(1), selector, versioned)
    );
  };
};

function isVersioned(resource: GraphResource): boolean {
  return resource.resource_type === "model" && resource.version !== null;
}

function matchesFqn(fqn: readonly string[], selector: string, versioned: boolean): boolean {
  const parts = selector.split(".");
  // The last part of a versioned model's path is its version.
  const leaf = fqn.at(versioned ? -2 : -1);
  if (leaf === selector) return true;
  if (versioned && fqn.slice(-2).join("_") === parts.slice(-2).join("_")) return true;
  const flat = fqn.flatMap((part) => part.split("."));
  if (flat.length < parts.length) return false;
  const wild = parts.findIndex((part) => /[*?[\]]/.test(part));
  const literal = wild < 0 ? parts : parts.slice(0, wild);
  if (!literal.every((part, index) => flat[index] === part)) return false;
  if (wild < 0) return true;
  if (fnmatch(flat.slice(wild).join("."), parts.slice(wild).join("."))) return true;
  return parts.length === 1 && leaf !== undefined && fnmatch(leaf, selector);
}

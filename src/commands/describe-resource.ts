import type { GraphResource } from "../manifest/manifest.ts";
import { pythonJson } from "../util/python-json.ts";

export type ListOutput = "selector" | "name" | "path" | "json";

/** One line of `ls` for a resource. */
export function describeResource(
  resource: GraphResource,
  output: ListOutput,
  keys: readonly string[],
): string {
  switch (output) {
    case "selector":
      return selectorOf(resource);
    case "name":
      return searchName(resource);
    case "path":
      return resource.original_file_path;
    case "json":
      return pythonJson(
        keys.length > 0 ? pickKeys(resource, keys) : defaultKeys(resource),
        "as-is",
      );
  }
}

/** What `--select` takes to name exactly this resource. */
function selectorOf(resource: GraphResource): string {
  switch (resource.resource_type) {
    case "source":
      return `source:${resource.package_name}.${resource.source_name}.${resource.name}`;
    case "exposure":
    case "metric":
    case "saved_query":
    case "semantic_model":
      return `${resource.resource_type}:${resource.package_name}.${resource.name}`;
    case "unit_test": {
      const version = resource.version === null ? "" : `_v${resource.version}`;
      return `unit_test:${resource.package_name}.${resource.name}${version}`;
    }
    default:
      return resource.fqn.join(".");
  }
}

function searchName(resource: GraphResource): string {
  if (resource.resource_type === "source") return `${resource.source_name}.${resource.name}`;
  if (resource.resource_type === "model" && resource.version !== null) {
    return `${resource.name}.v${resource.version}`;
  }
  return resource.name;
}

const FIRST_KEYS = ["name", "resource_type", "package_name", "original_file_path", "unique_id"];
const NODE_KEYS = ["alias", "config", "tags", "depends_on", "direct_parents"];
const OTHER_KEYS: Readonly<Record<string, readonly string[]>> = {
  source: ["source_name", "tags", "config"],
  exposure: ["tags", "config", "depends_on"],
  metric: ["tags", "config", "depends_on"],
  saved_query: ["config", "tags", "depends_on"],
  semantic_model: ["depends_on", "config"],
  unit_test: ["depends_on", "config"],
};

/** The keys that dbt prints when none are asked for, in its order. */
function defaultKeys(resource: GraphResource): object {
  const whole = withDirectParents(resource);
  const keys = [...FIRST_KEYS, ...(OTHER_KEYS[resource.resource_type] ?? NODE_KEYS)];
  return Object.fromEntries(
    keys.filter((key) => Object.hasOwn(whole, key)).map((key) => [key, whole[key]]),
  );
}

/** Keys with dots reach into objects and are left out where nothing is; others are taken as they are. */
function pickKeys(resource: GraphResource, keys: readonly string[]): object {
  const whole = withDirectParents(resource);
  return Object.fromEntries(
    keys.flatMap((key): [string, unknown][] => {
      if (!key.includes(".")) return Object.hasOwn(whole, key) ? [[key, whole[key]]] : [];
      const value = reach(whole, key.split("."));
      return value === undefined || value === null ? [] : [[key, value]];
    }),
  );
}

/** dbt adds the direct parents of a model to `ls`, which the manifest does not have. */
function withDirectParents(resource: GraphResource): Readonly<Record<string, unknown>> {
  if (resource.resource_type !== "model") return { ...resource };
  return { ...resource, direct_parents: resource.depends_on.nodes };
}

function reach(value: unknown, keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) {
      return undefined;
    }
    // A reader: the object was asked whether it has the key.
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

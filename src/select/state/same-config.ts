import type { GraphResource } from "../../manifest/manifest.ts";
import { jsonEquals } from "../../util/json-equals.ts";

type Config = Readonly<Record<string, unknown>>;

/** Config of nodes that is no config when it comes to changes: the relation, tags, the group. */
const LEFT_OUT = new Set(["alias", "schema", "database", "tags", "group"]);

/** Of a test only what changes its outcome counts. */
const TEST_MODIFIERS = [
  "severity",
  "where",
  "limit",
  "fail_calc",
  "warn_if",
  "error_if",
  "store_failures",
  "store_failures_as",
  "sql_header",
];

/** Whether the configs are the same as the user wrote them, before rendering. */
export function sameConfig(now: GraphResource, old: GraphResource): boolean {
  switch (now.resource_type) {
    case "semantic_model":
    case "saved_query":
      return jsonEquals(now.config, old.config);
    case "test":
      return TEST_MODIFIERS.every((key) => sameKey(unrendered(now), unrendered(old), key));
    case "source":
    case "exposure":
    case "metric":
    case "unit_test":
      return sameKeys(now, old, () => true);
    default:
      return sameKeys(now, old, (key) => !LEFT_OUT.has(key));
  }
}

/** Whether database, schema and alias were configured alike; for sources also the identifier. */
export function sameRelation(now: GraphResource, old: GraphResource): boolean {
  if (now.resource_type === "source") {
    return (
      old.resource_type === "source" &&
      now.unrendered_database === old.unrendered_database &&
      now.unrendered_schema === old.unrendered_schema &&
      now.identifier === old.identifier
    );
  }
  return ["database", "schema", "alias"].every((key) =>
    jsonEquals(unrendered(now)[key] ?? null, unrendered(old)[key] ?? null),
  );
}

function sameKeys(
  now: GraphResource,
  old: GraphResource,
  counts: (key: string) => boolean,
): boolean {
  const mine = unrendered(now);
  const others = unrendered(old);
  const keys = new Set([...Object.keys(mine), ...Object.keys(others)]);
  return [...keys].every((key) => !counts(key) || sameKey(mine, others, key));
}

function sameKey(mine: Config, others: Config, key: string): boolean {
  return (
    Object.hasOwn(mine, key) === Object.hasOwn(others, key) && jsonEquals(mine[key], others[key])
  );
}

function unrendered(resource: GraphResource): Config {
  const config = "unrendered_config" in resource ? resource.unrendered_config : undefined;
  return typeof config === "object" && config !== null ? (config as Config) : {};
}

import type { YamlPath } from "../../yaml/yaml-document.ts";

/** The sections of properties files. */
export type PropertiesKey =
  | "models"
  | "seeds"
  | "snapshots"
  | "sources"
  | "macros"
  | "analyses"
  | "exposures"
  | "metrics"
  | "groups"
  | "semantic_models"
  | "saved_queries"
  | "unit_tests"
  | "data_tests"
  | "functions";

/**
 * Whether the text at `path` (inside one item of a section) is left as written while the file is
 * read: descriptions wait for `doc()`, test arguments for the test, hooks and queries for the run,
 * filters of metrics for MetricFlow.
 */
export function isRenderedLate(key: PropertiesKey, path: YamlPath): boolean {
  switch (key) {
    case "sources":
      return isLateInSource(path);
    case "macros":
      return path[0] === "arguments" ? isLate(path.slice(1)) : isLate(path);
    case "metrics":
      return isFilter(path) || isLate(path);
    case "saved_queries":
      return (path[0] === "query_params" && path[1] === "where") || isLate(path);
    default:
      return (path[0] === "metrics" && isFilter(path)) || isLate(path);
  }
}

function isLateInSource(path: YamlPath): boolean {
  const [first, second] = path;
  if (first === "description" || first === "loaded_at_query") return true;
  if (first === "config" && second === "loaded_at_query") return true;
  return first === "tables" && isLate(path.slice(2));
}

function isFilter(path: YamlPath): boolean {
  return path.at(-1) === "filter" || path.at(-2) === "filter";
}

const TESTS_AND_TEXT = new Set<unknown>(["tests", "data_tests", "description"]);
const LATE_ALONE = new Set<unknown>([...TESTS_AND_TEXT, "loaded_at_query"]);
const LATE_IN_CONFIG = new Set<unknown>(["pre_hook", "post_hook", "loaded_at_query"]);
const NAMED_LISTS = new Set<unknown>(["columns", "dimensions", "measures", "entities", "metrics"]);
const DERIVED = new Set<unknown>(["dimensions", "entities"]);

function isLate(path: YamlPath): boolean {
  const [first, second, , , fifth] = path;
  if (LATE_ALONE.has(first) || (path.length === 2 && LATE_ALONE.has(second))) return true;
  if (first === "config" && LATE_IN_CONFIG.has(second)) return true;
  if (path.length === 5 && fifth === "description") return true;
  return isLateInList(path);
}

function isLateInList([first, second, third, fourth, fifth]: YamlPath): boolean {
  if (first === "versions" && third === "columns") return TESTS_AND_TEXT.has(fifth);
  if (first === "versions" || NAMED_LISTS.has(first)) return TESTS_AND_TEXT.has(third);
  return first === "derived_semantics" && DERIVED.has(second) && TESTS_AND_TEXT.has(fourth);
}

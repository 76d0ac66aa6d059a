import type { Invocation } from "../../context/invocation.ts";
import { isRelational } from "../../context/node-facts.ts";
import { resultObject } from "../../context/result-object.ts";
import { pairsOf } from "../../context/result-object.ts";
import type { RunResult } from "../../manifest/run-result.ts";
import { resourceOf } from "../schedule/run-selection.ts";

/** What on-run-end hooks see of the run: its results, and the schemas of nodes that went well. */
export function hookResults(
  { manifest, runtime }: Invocation,
  results: readonly RunResult[],
): Readonly<Record<string, unknown>> {
  const good = results.filter(({ status }) => !["error", "fail", "skipped"].includes(status));
  const relational = good.flatMap(({ unique_id }) => {
    const node = manifest.nodes[unique_id];
    return node && isRelational(node, runtime.flags.storeFailures) ? [node] : [];
  });
  const schemas = new Map(relational.map(({ database, schema }) => [schema, database]));
  return {
    // Hooks of the start show only when they failed.
    results: results
      .filter(({ thread_id, status }) => thread_id !== "main" || status === "error")
      .map((result) => resultObject(result, resourceOf(manifest, result.unique_id))),
    schemas: [...schemas.keys()],
    database_schemas: pairsOf([...schemas].map(([schema, database]) => [database, schema])),
  };
}

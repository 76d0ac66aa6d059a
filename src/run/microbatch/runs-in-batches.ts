import { configText, materializationOf } from "../../context/node-facts.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { RunEngine } from "../engine/run-engine.ts";

/** An incremental model whose strategy is microbatch, and whose strategy is run in batches. */
export function runsInBatches({ invocation }: RunEngine, node: ModelNode): boolean {
  const isMicrobatch =
    materializationOf(node) === "incremental" &&
    configText(node, "incremental_strategy") === "microbatch";
  if (!isMicrobatch) return false;
  const { manifest, runtime } = invocation;
  const always = runtime.flags.behavior[BATCHES_FOR_OWN_STRATEGY] ?? false;
  if (always) return true;
  // A strategy of the project's own, or of a package, is run as a whole.
  return !Object.values(manifest.macros).some(
    ({ name, package_name: from }) =>
      name === "get_incremental_microbatch_sql" && !BUILT_IN_PACKAGES.has(from),
  );
}

const BATCHES_FOR_OWN_STRATEGY = "require_batched_execution_for_custom_microbatch_strategy";
const BUILT_IN_PACKAGES: ReadonlySet<string> = new Set(["dbt", "dbt_spark", "dbt_glue"]);

import { strategyMacroNotFound, strategyNotValid } from "../../errors/strategy-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import type { AdapterScope } from "./adapter-scope.ts";

/** What dbt itself defines, and what of it Spark can do. */
const BUILT_IN = ["append", "delete+insert", "merge", "insert_overwrite", "microbatch"];
const VALID = ["append", "merge", "insert_overwrite", "microbatch", "default"];

/** The macro `get_incremental_<strategy>_sql` that the model's context has. */
export function incrementalStrategyMacro(adapter: AdapterScope, args: CallArguments): unknown {
  const parameters = ["model_context", "strategy"] as const;
  const { strategy } = bindCall("get_incremental_strategy_macro", parameters, args, 2);
  const name = optionalText(strategy) ?? "default";
  if (BUILT_IN.includes(name) && !VALID.includes(name)) throw strategyNotValid(name);
  const macro = `get_incremental_${name.replaceAll("+", "_")}_sql`;
  const found = adapter.scope().lookup(macro);
  if (found === MISSING) {
    throw strategyMacroNotFound(macro, adapter.skeleton.invocation.manifest.projectName);
  }
  return found;
}

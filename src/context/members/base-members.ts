import { itertoolsUsage } from "../../events/parse-deprecations.ts";
import { createHash } from "node:crypto";
import type { RuntimeConfig } from "../../config/runtime-config.ts";
import { baseContext } from "../../dialect/base-context.ts";
import { EngineError } from "../../errors/engine-error.ts";
import type { EventBus } from "../../events/event-bus.ts";
import { printEvent } from "../../events/main-events.ts";
import { jinjaLog } from "../../events/template-events.ts";
import { DBT_VERSION } from "../../util/versions.ts";
import { readYaml } from "../../yaml/read-yaml.ts";
import { toYaml } from "../../yaml/to-yaml.ts";

/** dbt's base members (`modules`, `tojson`, `log`, ...) for one invocation. */
export function baseMembers(
  { flags, invocationId, startedAt }: RuntimeConfig,
  events: EventBus,
  now: () => Date,
): Record<string, unknown> {
  return baseContext({
    dbtVersion: DBT_VERSION,
    invocationId,
    startedAt,
    now,
    yaml: { load: loadYaml, dump: (value, { sortKeys }) => toYaml(value, { sortKeys }) },
    md5: (text) => createHash("md5").update(text, "utf8").digest("hex"),
    log: (message, info) => {
      events.emit(jinjaLog(message, info));
    },
    onItertools: (name) => {
      events.emit(itertoolsUsage(name));
    },
    print: (message) => {
      if (flags.print) events.emit(printEvent(message));
    },
  });
}

/** Undefined where the text is no YAML: templates then take their default. */
function loadYaml(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: readYaml(text, "fromyaml").value };
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

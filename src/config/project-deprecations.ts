import {
  configPathDeprecation,
  configPathRenamedDeprecation,
} from "../events/deprecation-events.ts";
import type { EngineEvent } from "../events/engine-event.ts";
import type { Mapping } from "../yaml/typed-readers.ts";

/** Old keys of a dbt_project.yml: each is one warning. */
export function projectDeprecations(value: Mapping): readonly EngineEvent[] {
  const events: EngineEvent[] = [];
  if ("source-paths" in value) {
    events.push(configPathRenamedDeprecation("source-paths", "model-paths"));
  }
  if ("data-paths" in value) events.push(configPathRenamedDeprecation("data-paths", "seed-paths"));
  if ("log-path" in value && value["log-path"] !== "logs") {
    events.push(configPathDeprecation("log-path"));
  }
  if ("target-path" in value && value["target-path"] !== "target") {
    events.push(configPathDeprecation("target-path"));
  }
  return events;
}

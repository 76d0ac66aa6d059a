import type { EngineEvent } from "./engine-event.ts";

export function sourceFreshnessHooksNotRun(): EngineEvent {
  return {
    name: "SourceFreshnessProjectHooksNotRun",
    code: "D020",
    level: "warn",
    message:
      "Project hooks do not run with source freshness, because the flag source_freshness_run_project_hooks is false.",
  };
}

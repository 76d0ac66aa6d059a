import { join } from "node:path";
import { writeArtifact } from "../artifacts/write-artifact.ts";
import type { CostMeter } from "../adapter/cost.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import { runCost } from "../events/session-events.ts";
import type { CommandContext } from "./command-context.ts";
import { targetFolder } from "./read-project.ts";

/**
 * Says what the run cost so far and writes `glue_costs.json` (unless `--no-write-json`): the run,
 * its sessions, its nodes, and the time in which sessions had nothing to do. Silent where no
 * session was used.
 */
export function reportCost(
  context: CommandContext,
  runtime: RuntimeConfig,
  meter: CostMeter | undefined,
): void {
  const cost = meter?.ofRun();
  if (!cost || cost.sessions.length === 0) return;
  context.events.emit(runCost(cost.dpuSeconds, cost.usd, cost.sessions.length));
  if (!context.flags.writeJson) return;
  writeArtifact(join(targetFolder(runtime), "glue_costs.json"), {
    metadata: {
      generated_at: context.now().toISOString(),
      invocation_id: context.invocationId,
    },
    dpu_seconds: cost.dpuSeconds,
    cost_usd: cost.usd,
    idle: asJson(cost.idle),
    sessions: cost.sessions.map((session) => ({
      id: session.id,
      dpu: session.dpu,
      usd_per_dpu_hour: session.usdPerDpuHour,
      seconds: session.seconds,
      ...asJson(session),
    })),
    nodes: Object.fromEntries(
      Object.entries(cost.nodes).map(([id, nodeCost]) => [id, asJson(nodeCost)]),
    ),
  });
}

function asJson({
  dpuSeconds,
  usd,
}: {
  readonly dpuSeconds: number;
  readonly usd: number;
}): object {
  return { dpu_seconds: dpuSeconds, cost_usd: usd };
}

import type { EngineSession } from "../adapter/session-control.ts";
import { sessionLine } from "../events/session-events.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { withSessions } from "./with-sessions.ts";

/** `session list`: the Glue sessions that dbt-glue has made and that still cost money. */
export function sessionList(context: CommandContext): Promise<CommandOutcome> {
  return withSessions(context, async (sessions) => {
    const found = await sessions.list();
    const text = found.length === 0 ? "No sessions." : drawSessions(found);
    context.events.emit(sessionLine(text));
    return { success: true, results: found };
  });
}

const HEADER = ["id", "status", "use", "size", "started (UTC)", "DPU-seconds", "project", "owner"];

/** Columns as wide as their widest cell. */
function drawSessions(sessions: readonly EngineSession[]): string {
  const rows = [
    HEADER,
    ...sessions.map((session) => [
      session.id,
      session.status,
      session.use,
      session.size,
      session.startedAt.slice(0, 19),
      session.dpuSeconds.toFixed(0),
      session.project ?? "",
      session.owner ?? "",
    ]),
  ];
  const widths = HEADER.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

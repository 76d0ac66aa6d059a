import type { Flags, LogFormat } from "../../config/flags.ts";
import type { EventBus } from "../../events/event-bus.ts";
import type { Host } from "../host.ts";
import { plainConsole, type ConsoleArea } from "./console.ts";
import { openLogFile } from "./log-file.ts";
import { renderLine, type LineFormat, type LineStyle } from "./render-line.ts";
import { isSevereEnough } from "./severity.ts";

export interface Rendering {
  readonly flags: Flags;
  readonly host: Host;
  readonly invocationId: string;
  readonly scrub: (text: string) => string;
  /** `--use-colors` was given: colours even where nobody looks. */
  readonly colorsAsked: boolean;
  /** Folder of dbt.log; absent where there is no project to log for. */
  readonly logFolder: string | undefined;
}

/** Shows events on the console and writes them to dbt.log. Returns what ends both. */
export async function attachRenderers(events: EventBus, rendering: Rendering): Promise<() => void> {
  const ends = [await attachConsole(events, rendering), attachLogFile(events, rendering)];
  return () => {
    for (const end of ends) end();
  };
}

async function attachConsole(events: EventBus, rendering: Rendering): Promise<() => void> {
  const { flags, host } = rendering;
  if (flags.logLevel === "none") return () => undefined;
  const style = lineStyle(rendering, lineFormat(flags.logFormat, "text"), colorsShow(rendering));
  const least = flags.quiet ? "error" : flags.debug ? "debug" : flags.logLevel;
  const area = await openConsole(rendering, style);
  const stop = events.listen((event) => {
    area.follow(event);
    if (isSevereEnough(event, least)) area.writeLine(renderLine(event, host.now(), style));
  });
  return () => {
    stop();
    area.close();
  };
}

async function openConsole(rendering: Rendering, style: LineStyle): Promise<ConsoleArea> {
  const { flags, host } = rendering;
  const moves = host.stdout.isTTY === true && style.format === "text" && !flags.quiet;
  if (!moves || host.env.TERM === "dumb") return plainConsole(host.stdout);
  const { liveConsole } = await import("./live-console.ts");
  return liveConsole(host.stdout, host.now);
}

function attachLogFile(events: EventBus, rendering: Rendering): () => void {
  const { flags, host, logFolder } = rendering;
  if (flags.logLevelFile === "none" || logFolder === undefined) return () => undefined;
  const style = lineStyle(rendering, lineFormat(flags.logFormatFile, "debug"), false);
  const least = flags.debug ? "debug" : flags.logLevelFile;
  const file = openLogFile(logFolder, flags.logFileMaxBytes);
  const stop = events.listen((event) => {
    if (isForFile(event.code) && isSevereEnough(event, least)) {
      file.writeLine(renderLine(event, host.now(), style));
    }
  });
  return () => {
    stop();
    file.close();
  };
}

/** `clean` may delete the folder of the log, so its events are not logged. */
function isForFile(code: string): boolean {
  return !["Z012", "Z013", "Z014", "Z015"].includes(code);
}

function lineStyle(rendering: Rendering, format: LineFormat, colors: boolean): LineStyle {
  const { host, invocationId, scrub } = rendering;
  return { format, colors, invocationId, pid: host.pid, scrub };
}

function lineFormat(format: LogFormat, fallback: LineFormat): LineFormat {
  return format === "default" ? fallback : format;
}

/** Colours are for terminals, unless NO_COLOR says no, or FORCE_COLOR or the command line yes. */
function colorsShow({ flags, host, colorsAsked }: Rendering): boolean {
  if (!flags.useColors || flags.logFormat === "json" || (host.env.NO_COLOR ?? "") !== "") {
    return false;
  }
  return colorsAsked || host.stdout.isTTY === true || (host.env.FORCE_COLOR ?? "") !== "";
}

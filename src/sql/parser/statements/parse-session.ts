import { skipBlank } from "../../lexer/lex.ts";
import type { Statement } from "../../tree/statement.ts";

/**
 * SET and RESET: their values are free text, so they are read before the text becomes tokens.
 * Undefined for any other statement.
 */
export function parseSetOrReset(text: string): Statement | undefined {
  const body = text.slice(skipBlank(text, 0)).replace(/[\s;]+$/, "");
  const reset = /^RESET(?:\s+([\s\S]*))?$/i.exec(body);
  if (reset !== null) {
    const key = reset[1]?.trim();
    return command(
      key === undefined || key === "" ? { kind: "reset" } : { kind: "reset", key: unquote(key) },
    );
  }
  const set = /^SET(?:\s+([\s\S]*))?$/i.exec(body);
  return set === null ? undefined : parseSet((set[1] ?? "").trim());
}

function command(command: Extract<Statement, { kind: "command" }>["command"]): Statement {
  return { kind: "command", command };
}

function parseSet(rest: string): Statement {
  if (rest === "" || /^-v$/i.test(rest)) return command({ kind: "set" });
  const zone = /^TIME\s+ZONE\s+([\s\S]*)$/i.exec(rest)?.[1];
  if (zone !== undefined) return command({ kind: "set-time-zone", zone: zoneText(zone.trim()) });
  const pair = /^(`(?:[^`]|``)*`|[^=\s]+)\s*(?:=\s*([\s\S]*))?$/.exec(rest);
  const key = unquote(pair?.[1] ?? rest);
  const value = pair?.[2];
  return command(
    value === undefined ? { kind: "set", key } : { kind: "set", key, value: unquote(value.trim()) },
  );
}

/** `LOCAL`, `'UTC'`, or an interval such as `INTERVAL 10 HOURS`. */
function zoneText(text: string): string {
  const quoted = /^'([^']*)'$/.exec(text) ?? /^"([^"]*)"$/.exec(text);
  return quoted?.[1] ?? text;
}

function unquote(text: string): string {
  return /^`(?:[^`]|``)*`$/.test(text) ? text.slice(1, -1).replaceAll("``", "`") : text;
}

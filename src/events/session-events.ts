import type { EngineEvent } from "./engine-event.ts";

/** What the `session` commands say. */
export function sessionLine(message: string): EngineEvent {
  return { name: "GlueSessionLine", code: "", level: "info", message, data: { message } };
}

/** A Glue session is asked for. */
export function sessionCreating(id: string, size: string): EngineEvent {
  return {
    name: "GlueSessionCreating",
    code: "",
    level: "info",
    message: `Starting the Glue session "${id}" (${size})`,
    data: { id, size },
  };
}

/** While a Glue session starts: about a minute on AWS. */
export function sessionStarting(id: string, seconds: number, isMilestone: boolean): EngineEvent {
  return {
    name: "GlueSessionStarting",
    code: "",
    level: isMilestone ? "info" : "debug",
    message: `Waiting for the Glue session "${id}" (${seconds}s)`,
    data: { id, seconds },
  };
}

/** Statements can be sent. */
export function sessionReady(id: string, created: boolean, seconds: number): EngineEvent {
  return {
    name: "GlueSessionReady",
    code: "",
    level: created ? "info" : "debug",
    message: created
      ? `The Glue session "${id}" is ready after ${seconds.toFixed(1)}s`
      : `Using the Glue session "${id}"`,
    data: { id, created, seconds },
  };
}

/** A session went away in the middle of the run. */
export function sessionLost(id: string, reason: string): EngineEvent {
  return {
    name: "GlueSessionLost",
    code: "",
    level: "warn",
    message: `The Glue session "${id}" was lost, because ${reason}. What had not run yet goes to a new one.`,
    data: { id, reason },
  };
}

/** A session of a run that was killed is stopped, with whatever it was still writing. */
export function sessionReaped(id: string): EngineEvent {
  return {
    name: "GlueSessionReaped",
    code: "",
    level: "info",
    message: `Stopped the Glue session "${id}", whose run had been killed`,
    data: { id },
  };
}

/** A session could not be stopped; Glue stops it when it has been idle for long enough. */
export function sessionNotStopped(id: string, reason: string): EngineEvent {
  return {
    name: "GlueSessionNotStopped",
    code: "",
    level: "warn",
    message: `The Glue session "${id}" was not stopped: ${reason} It ends by itself when it has been idle for its idle_timeout; until then stop it with: dbt-glue session stop ${id}`,
    data: { id, reason },
  };
}

/** What a run cost, at AWS's list price. */
export function runCost(dpuSeconds: number, usd: number, sessions: number): EngineEvent {
  const where = sessions === 1 ? "1 session" : `${sessions} sessions`;
  return {
    name: "GlueRunCost",
    code: "",
    level: "info",
    message: `Cost: ${dpuSeconds.toFixed(0)} DPU-seconds, $${usd.toFixed(4)} in ${where}`,
    data: { dpuSeconds, usd, sessions },
  };
}

/** The local Glue endpoint takes calls. */
export function endpointStarted(url: string): EngineEvent {
  return {
    name: "GlueEndpointStarted",
    code: "",
    level: "info",
    message: `The Glue API is at ${url}. Use it with: endpoint_url in profiles.yml, or AWS_ENDPOINT_URL_GLUE. Ctrl-C ends it.`,
    data: { url },
  };
}

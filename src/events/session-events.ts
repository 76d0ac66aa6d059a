import type { EngineEvent } from "./engine-event.ts";

/** While a Glue session starts: about a minute on AWS. */
export function sessionStarting(seconds: number): EngineEvent {
  return {
    name: "GlueSessionStarting",
    code: "",
    level: seconds > 0 && seconds % 10 === 0 ? "info" : "debug",
    message: `Waiting for the Glue session to start (${seconds}s)`,
    data: { seconds },
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

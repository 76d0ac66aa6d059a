import { existsSync, readFileSync } from "node:fs";
import { artifactUnreadable } from "../errors/command-errors.ts";

/** An artifact as JSON; undefined where there is no such file. */
export function readJsonArtifact(path: string): Readonly<Record<string, unknown>> | undefined {
  if (!existsSync(path)) return undefined;
  const content = parse(path);
  if (typeof content === "object" && content !== null && !Array.isArray(content)) {
    return content as Readonly<Record<string, unknown>>;
  }
  throw artifactUnreadable(path, "an object is expected in it");
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw artifactUnreadable(path, "it is not JSON", error);
  }
}

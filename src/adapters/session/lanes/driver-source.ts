import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

/** The Python driver, ready to be sent. */
export interface DriverSource {
  /** Tells versions of the driver apart inside a session. */
  readonly hash: string;
  /** Deflated and in base64. */
  readonly packed: string;
}

export function readDriverSource(path: string): DriverSource {
  const source = readFileSync(path);
  return {
    hash: createHash("sha256").update(source).digest("hex").slice(0, 12),
    packed: deflateSync(source, { level: 9 }).toString("base64"),
  };
}

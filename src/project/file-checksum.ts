import { createHash } from "node:crypto";
import type { FileHash } from "../manifest/node-parts.ts";
import { collapseSpace, pythonStrip } from "../util/python-strip.ts";

/** Of everything but seeds: white space does not count, a byte order mark does. */
export function textChecksum(text: string): FileHash {
  return sha256(collapseSpace(text));
}

/** Of a seed: line ends and what surrounds the rows do not count. */
export function seedChecksum(text: string): FileHash {
  return sha256(pythonStrip(text.replace(/\r\n?/g, "\n")));
}

/** Of a seed over the size limit: only its path, so a change of its rows is not seen. */
export function pathChecksum(originalFilePath: string): FileHash {
  return { name: "path", checksum: originalFilePath };
}

function sha256(text: string): FileHash {
  return { name: "sha256", checksum: createHash("sha256").update(text, "utf8").digest("hex") };
}

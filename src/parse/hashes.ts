import { createHash } from "node:crypto";

/** Hex MD5 of the text's UTF-8. */
export function md5(text: string): string {
  return createHash("md5").update(text, "utf8").digest("hex");
}

/** Hex SHA-256 of the text's UTF-8. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

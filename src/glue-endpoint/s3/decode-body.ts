import type { IncomingMessage } from "node:http";

/** The object in an upload's body: without the chunk frames of `aws-chunked`. */
export function decodeBody(incoming: IncomingMessage, body: Buffer): Buffer {
  const hash = String(incoming.headers["x-amz-content-sha256"] ?? "");
  return hash.startsWith("STREAMING-") ? unframe(body) : body;
}

/** `size[;extensions] CRLF bytes CRLF ... 0 CRLF trailers`. */
function unframe(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf("\r\n", at);
    const size = end < 0 ? 0 : parseInt(body.toString("latin1", at, end), 16);
    if (!size) return Buffer.concat(chunks);
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

import { sparkError } from "../../../../errors/adapter-errors.ts";
import type { EngineError } from "../../../../errors/engine-error.ts";

/** Spark's encode(text, charset). */
export function encodeText(text: string, charset: string): Uint8Array {
  switch (charset.toLowerCase()) {
    case "utf-8":
    case "utf8":
      return Buffer.from(text, "utf8");
    case "us-ascii":
      return Uint8Array.from(Array.from(text), (char) => limited(char, 127));
    case "iso-8859-1":
      return Uint8Array.from(Array.from(text), (char) => limited(char, 255));
    case "utf-16le":
      return Buffer.from(text, "utf16le");
    case "utf-16be":
      return Buffer.from(text, "utf16le").swap16();
    case "utf-16":
      return Buffer.concat([Uint8Array.of(0xfe, 0xff), Buffer.from(text, "utf16le").swap16()]);
    case "utf-32":
      return utf32(text);
    default:
      throw unknownCharset(charset, "encode");
  }
}

/** Spark's decode(bytes, charset). */
export function decodeText(bytes: Uint8Array, charset: string): string {
  switch (charset.toLowerCase()) {
    case "utf-8":
    case "utf8":
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    case "us-ascii":
    case "iso-8859-1":
      return Buffer.from(bytes).toString("latin1");
    case "utf-16le":
      return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes);
    case "utf-16be":
      return new TextDecoder("utf-16be", { ignoreBOM: true }).decode(bytes);
    case "utf-16":
      return decodeUtf16(bytes);
    default:
      throw unknownCharset(charset, "decode");
  }
}

function decodeUtf16(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const hasMark = isLittle || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const body = hasMark ? bytes.subarray(2) : bytes;
  return new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(body);
}

function limited(char: string, most: number): number {
  const code = char.codePointAt(0) ?? 0;
  return code > most ? 0x3f : code;
}

function utf32(text: string): Uint8Array {
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  const bytes = new DataView(new ArrayBuffer(codes.length * 4));
  codes.forEach((code, at) => {
    bytes.setUint32(at * 4, code);
  });
  return new Uint8Array(bytes.buffer);
}

/** Spark's unbase64: what is no base64 is skipped, as in commons-codec. */
export function unbase64(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

/** to_binary and try_to_binary. */
export function readBinary(text: string, format: string, isTry: boolean): Uint8Array | null {
  const bytes = parseBinary(text, format.toLowerCase());
  if (bytes !== undefined) return bytes;
  if (isTry) return null;
  throw sparkError(
    "CONVERSION_INVALID_INPUT",
    `The value '${text}' (STRING) cannot be converted to BINARY because it is malformed. Correct the value as per the syntax, or change its format. Use \`try_to_binary\` to tolerate malformed input and return NULL instead.`,
  );
}

function parseBinary(text: string, format: string): Uint8Array | undefined {
  switch (format) {
    case "hex":
      if (!/^[0-9a-fA-F]*$/.test(text)) return undefined;
      return Buffer.from(text.length % 2 === 1 ? `0${text}` : text, "hex");
    case "utf-8":
    case "utf8":
      return Buffer.from(text, "utf8");
    case "base64":
      return isBase64(text) ? Buffer.from(text, "base64") : undefined;
    default:
      throw sparkError(
        "INVALID_PARAMETER_VALUE.BINARY_FORMAT",
        `The value of parameter(s) \`fmt\` in \`to_binary\` is invalid: Expects one of the formats 'base64', 'hex', 'utf-8', but got '${format}'.`,
      );
  }
}

function isBase64(text: string): boolean {
  const body = text.replace(/[\s]/g, "");
  const match = /^[A-Za-z0-9+/]*(={0,2})$/.exec(body);
  return match !== null && body.length % 4 === 0;
}

function unknownCharset(charset: string, routine: string): EngineError {
  return sparkError(
    "INVALID_PARAMETER_VALUE.CHARSET",
    `The value of parameter(s) \`charset\` in \`${routine}\` is invalid: Expects one of the charsets 'US-ASCII', 'ISO-8859-1', 'UTF-8', 'UTF-16BE', 'UTF-16LE', 'UTF-16', but got ${charset}.`,
  );
}

import { sparkError } from "../../../../errors/adapter-errors.ts";

interface UrlParts {
  readonly protocol: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly reference: string | undefined;
}

/** RFC 2396: protocol, authority, path, query, reference. */
const URL_PARTS =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Spark's parse_url; NULL for what is not there. */
export function parseUrl(url: string, part: string, key: string): string | null {
  if (!isUri(url)) return null;
  const parts = readParts(url);
  if (key !== "") return part === "QUERY" ? queryValue(parts.query, key) : null;
  return PARTS[part]?.(parts) ?? null;
}

const PARTS: Readonly<Record<string, (parts: UrlParts) => string | undefined>> = {
  HOST: ({ authority }) => /^(?:.*@)?([^@]+?)(?::\d*)?$/.exec(authority ?? "")?.[1],
  PATH: ({ path }) => path,
  QUERY: ({ query }) => query,
  REF: ({ reference }) => reference,
  PROTOCOL: ({ protocol }) => protocol,
  FILE: ({ path, query }) => (query === undefined ? path : `${path}?${query}`),
  AUTHORITY: ({ authority }) => authority,
  USERINFO: ({ authority }) => /^(.*)@/.exec(authority ?? "")?.[1],
};

function readParts(url: string): UrlParts {
  const [, protocol, authority, path = "", query, reference] = URL_PARTS.exec(url) ?? [];
  return { protocol, authority, path, query, reference };
}

/** What java.net.URI accepts: no spaces or other forbidden characters, escapes complete. */
function isUri(url: string): boolean {
  return !/[\s"<>\\^`{|}]/.test(url) && !/%(?![0-9a-fA-F]{2})/.test(url);
}

function queryValue(query: string | undefined, key: string): string | null {
  for (const pair of (query ?? "").split("&")) {
    const at = pair.indexOf("=");
    if (at >= 0 && pair.slice(0, at) === key) return pair.slice(at + 1);
  }
  return null;
}

/** java.net.URLEncoder. */
export function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, "+")
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** java.net.URLDecoder. */
export function urlDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    throw sparkError(
      "CANNOT_DECODE_URL",
      `The provided URL cannot be decoded: ${text}. Please ensure that the URL is properly formatted and try again.`,
      undefined,
      error,
    );
  }
}

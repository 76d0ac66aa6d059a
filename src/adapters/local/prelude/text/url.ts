import { sparkError } from "../../../../errors/adapter-errors.ts";

/** RFC 2396 apart: protocol, authority, path, query, reference. */
const URL_PARTS =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** Spark's parse_url; NULL for what is not there. */
export function parseUrl(url: string, part: string, key: string): string | null {
  if (!isUri(url)) return null;
  const [, protocol, authority, path, query, reference] = URL_PARTS.exec(url) ?? [];
  if (key !== "") return part === "QUERY" ? queryValue(query, key) : null;
  switch (part) {
    case "HOST":
      return hostOf(authority);
    case "PATH":
      return path ?? null;
    case "QUERY":
      return query ?? null;
    case "REF":
      return reference ?? null;
    case "PROTOCOL":
      return protocol ?? null;
    case "FILE":
      return query === undefined ? (path ?? null) : `${path ?? ""}?${query}`;
    case "AUTHORITY":
      return authority ?? null;
    case "USERINFO":
      return /^(.*)@/.exec(authority ?? "")?.[1] ?? null;
    default:
      return null;
  }
}

/** What java.net.URI accepts: no spaces or other forbidden characters, escapes complete. */
function isUri(url: string): boolean {
  return !/[\s"<>\\^`{|}]/.test(url) && !/%(?![0-9a-fA-F]{2})/.test(url);
}

function hostOf(authority: string | undefined): string | null {
  if (authority === undefined) return null;
  const host = authority.replace(/^.*@/, "").replace(/:\d*$/, "");
  return host === "" ? null : host;
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

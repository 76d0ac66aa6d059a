import { xmlDocument } from "../xml.ts";
import type { XmlElement } from "../xml.ts";
import type { BucketFolder, StoredObject } from "./bucket-folder.ts";

export const S3_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

/** ListObjectsV2, and V1 for clients that still ask so: one page of keys and common prefixes. */
export async function listObjects(
  folder: BucketFolder,
  bucket: string,
  query: URLSearchParams,
): Promise<string> {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const after = afterOf(query);
  const limit = Math.min(Number(query.get("max-keys") ?? 1000), 1000);
  const encode = query.get("encoding-type") === "url" ? encodeKey : (key: string) => key;
  const all = groups(await folder.list(bucket, prefix), prefix, delimiter);
  const rest = all.filter((entry) => entry.name > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1)?.name ?? "";
  const truncated = rest.length > limit;
  return xmlDocument("ListBucketResult", S3_NAMESPACE, [
    ["Name", bucket],
    ["Prefix", encode(prefix)],
    ["KeyCount", page.length],
    ["MaxKeys", limit],
    ["IsTruncated", truncated],
    ...optional("Delimiter", delimiter),
    ...(query.has("encoding-type") ? ([["EncodingType", "url"]] as XmlElement[]) : []),
    ...(truncated
      ? ([
          ["NextContinuationToken", Buffer.from(last).toString("base64")],
          ["NextMarker", encode(last)],
        ] as XmlElement[])
      : []),
    ...page.map((entry) => entryElement(entry, encode)),
  ]);
}

interface Entry {
  readonly name: string;
  /** Absent for a common prefix. */
  readonly object?: StoredObject;
}

function groups(objects: readonly StoredObject[], prefix: string, delimiter: string): Entry[] {
  const found = new Map<string, Entry>();
  for (const object of objects) {
    const at = delimiter === "" ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = at < 0 ? object.key : object.key.slice(0, at + delimiter.length);
    found.set(name, at < 0 ? { name, object } : { name });
  }
  return [...found.values()];
}

function entryElement({ name, object }: Entry, encode: (key: string) => string): XmlElement {
  if (!object) return ["CommonPrefixes", [["Prefix", encode(name)]]];
  return [
    "Contents",
    [
      ["Key", encode(name)],
      ["LastModified", object.modified.toISOString()],
      ["ETag", `"${object.size.toString(16).padStart(32, "0")}"`],
      ["Size", object.size],
      ["StorageClass", "STANDARD"],
    ],
  ];
}

function afterOf(query: URLSearchParams): string {
  const token = query.get("continuation-token");
  if (token !== null) return Buffer.from(token, "base64").toString("utf8");
  return query.get("start-after") ?? query.get("marker") ?? "";
}

function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll("%2F", "/");
}

function optional(name: string, value: string): XmlElement[] {
  return value === "" ? [] : [[name, value]];
}

import type { IncomingMessage } from "node:http";
import type { HttpAnswer, HttpCall, Service } from "../service.ts";
import { xmlContent, xmlDocument, xmlTexts } from "../xml.ts";
import type { XmlElement } from "../xml.ts";
import { etagOf } from "./bucket-folder.ts";
import type { BucketFolder } from "./bucket-folder.ts";
import { decodeBody } from "./decode-body.ts";
import { S3_NAMESPACE, listObjects } from "./list-objects.ts";
import { S3Fault, noSuchBucket, noSuchKey, notImplemented } from "./s3-fault.ts";

/** The part of S3 that dbt needs, path style, over folders: objects, listings, deletes. */
export function createS3Service(folder: BucketFolder): Service {
  return {
    accepts: ({ incoming }) => (incoming.headers.authorization ?? "").includes("/s3/aws4_request"),
    operationOf: (call) => `S3.${operationOf(call)}`,
    async answer(call) {
      try {
        return await answerS3(folder, call);
      } catch (error) {
        if (error instanceof S3Fault) return faultAnswer(error);
        throw error;
      }
    },
    fault: (error) => faultAnswer(new S3Fault(error.type, error.message, error.status)),
  };
}

interface Target {
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

type S3Operation =
  | "ListBuckets"
  | "ListObjectsV2"
  | "GetBucketLocation"
  | "HeadBucket"
  | "CreateBucket"
  | "DeleteObjects"
  | "GetObject"
  | "HeadObject"
  | "PutObject"
  | "CopyObject"
  | "DeleteObject"
  | "Unsupported";

async function answerS3(folder: BucketFolder, call: HttpCall): Promise<HttpAnswer> {
  const target = targetOf(call.incoming);
  const { bucket, key, query } = target;
  const operation = operationOf(call);
  if (key !== "" && operation !== "PutObject" && !(await folder.hasBucket(bucket)))
    throw noSuchBucket();
  switch (operation) {
    case "ListBuckets":
      return xml(await listBuckets(folder));
    case "GetBucketLocation":
      return xml(xmlDocument("LocationConstraint", S3_NAMESPACE, ""));
    case "HeadBucket":
      if (!(await folder.hasBucket(bucket))) throw noSuchBucket();
      return { status: 200 };
    case "CreateBucket":
      await folder.createBucket(bucket);
      return { status: 200, headers: { location: `/${bucket}` } };
    case "ListObjectsV2":
      return xml(await listObjects(folder, bucket, query));
    case "DeleteObjects":
      return xml(await deleteObjects(folder, bucket, call.body.toString("utf8")));
    case "GetObject":
    case "HeadObject":
      return getObject(folder, target, operation === "GetObject", call.incoming.headers.range);
    case "PutObject":
    case "CopyObject":
      return putObject(folder, target, call);
    case "DeleteObject":
      await folder.remove(bucket, key);
      return { status: 204 };
    case "Unsupported":
      throw notImplemented(`${call.incoming.method ?? ""} ${call.incoming.url ?? ""}`);
  }
}

function operationOf({ incoming }: HttpCall): S3Operation {
  const { bucket, key, query } = targetOf(incoming);
  if (query.has("uploads") || query.has("uploadId")) return "Unsupported";
  if (bucket === "") return "ListBuckets";
  switch (incoming.method) {
    case "GET":
      if (key !== "") return "GetObject";
      return query.has("location") ? "GetBucketLocation" : "ListObjectsV2";
    case "HEAD":
      return key === "" ? "HeadBucket" : "HeadObject";
    case "PUT":
      if (key === "") return "CreateBucket";
      return incoming.headers["x-amz-copy-source"] === undefined ? "PutObject" : "CopyObject";
    case "DELETE":
      return key === "" ? "Unsupported" : "DeleteObject";
    case "POST":
      return query.has("delete") ? "DeleteObjects" : "Unsupported";
    default:
      return "Unsupported";
  }
}

function targetOf(incoming: IncomingMessage): Target {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const [bucket = "", ...key] = url.pathname.slice(1).split("/").map(decodeURIComponent);
  return { bucket, key: key.join("/"), query: url.searchParams };
}

async function listBuckets(folder: BucketFolder): Promise<string> {
  const buckets = (await folder.buckets()).map((name): XmlElement => [
    "Bucket",
    [
      ["Name", name],
      ["CreationDate", new Date(0).toISOString()],
    ],
  ]);
  return xmlDocument("ListAllMyBucketsResult", S3_NAMESPACE, [["Buckets", buckets]]);
}

async function deleteObjects(
  folder: BucketFolder,
  bucket: string,
  document: string,
): Promise<string> {
  const keys = xmlTexts(document, "Key");
  for (const key of keys) await folder.remove(bucket, key);
  const quiet = xmlTexts(document, "Quiet").includes("true");
  const deleted = quiet ? [] : keys.map((key): XmlElement => ["Deleted", [["Key", key]]]);
  return xmlDocument("DeleteResult", S3_NAMESPACE, deleted);
}

async function getObject(
  folder: BucketFolder,
  { bucket, key }: Target,
  withBody: boolean,
  range: string | undefined,
): Promise<HttpAnswer> {
  const object = await folder.head(bucket, key);
  if (!object) throw noSuchKey();
  const whole = await folder.read(bucket, key);
  const headers = {
    etag: etagOf(whole),
    "last-modified": object.modified.toUTCString(),
    "content-type": "binary/octet-stream",
    "accept-ranges": "bytes",
  };
  const part = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (!part || !withBody)
    return { status: 200, headers, body: withBody ? whole : undefined, length: whole.length };
  const from = Number(part[1]);
  const body = whole.subarray(from, part[2] ? Number(part[2]) + 1 : undefined);
  const content = `bytes ${from}-${from + body.length - 1}/${whole.length}`;
  return { status: 206, headers: { ...headers, "content-range": content }, body };
}

async function putObject(
  folder: BucketFolder,
  { bucket, key }: Target,
  { incoming, body }: HttpCall,
): Promise<HttpAnswer> {
  const source = incoming.headers["x-amz-copy-source"];
  if (typeof source !== "string") {
    const content = decodeBody(incoming, body);
    await folder.write(bucket, key, content);
    return { status: 200, headers: { etag: etagOf(content) } };
  }
  const [from = "", ...fromKey] = decodeURIComponent(source).replace(/^\//, "").split("/");
  if (!(await folder.head(from, fromKey.join("/")))) throw noSuchKey();
  const content = await folder.read(from, fromKey.join("/"));
  await folder.write(bucket, key, content);
  return xml(
    xmlDocument("CopyObjectResult", S3_NAMESPACE, [
      ["ETag", etagOf(content)],
      ["LastModified", new Date().toISOString()],
    ]),
  );
}

function xml(document: string): HttpAnswer {
  return { status: 200, headers: { "content-type": "application/xml" }, body: document };
}

function faultAnswer({ code, message, status }: S3Fault): HttpAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${xmlContent([
    ["Code", code],
    ["Message", message],
  ])}</Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}

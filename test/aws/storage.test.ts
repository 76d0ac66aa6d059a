import {
  CreateBucketCommand,
  ListObjectVersionsCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Storage } from "../../src/adapter/storage.ts";
import { targetStorage } from "../../src/adapters/session/storage/target-storage.ts";
import { motoPython, startMoto } from "./moto.ts";
import type { Moto } from "./moto.ts";

let moto: Moto;
let storage: Storage;
let bucket: string;
let buckets = 0;

describe.skipIf(motoPython === undefined)("table data in S3", () => {
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.close());

  beforeEach(async () => {
    bucket = `bucket-${++buckets}`;
    storage = targetStorage(moto.clients, [`s3://${bucket}/data/`]);
    const s3 = await moto.clients.s3();
    const CreateBucketConfiguration = { LocationConstraint: "eu-west-1" } as const;
    await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
  });

  it("is written and read as it is", async () => {
    const body = new Uint8Array([0, 255, 10, 13]);
    await storage.writeObject(`s3://${bucket}/data/x y/ü.bin`, body);
    expect(await storage.readObject(`s3://${bucket}/data/x y/ü.bin`)).toEqual(body);
  });

  it("is deleted below a folder, and nowhere else", async () => {
    await put("data/db/t/a", "data/db/t/p=1/b", "data/db/t_backup/a", "data/db/t2", "other/t/a");
    await storage.deletePrefix(`s3://${bucket}/data/db/t`);
    expect(await keys()).toEqual(["data/db/t2", "data/db/t_backup/a", "other/t/a"]);
  });

  it("is deleted whether or not the location ends with slashes", async () => {
    for (const end of ["", "/", "//"]) {
      await put("data/db/t/a");
      await storage.deletePrefix(`s3a://${bucket}/data/db/t${end}`);
      expect(await keys()).toEqual([]);
    }
  });

  it("is deleted page by page where there are more than 1,000 objects", async () => {
    const names = Array.from({ length: 1050 }, (_, i) => `data/db/t/part-${i}`);
    await put(...names, "data/db/u/a");
    await storage.deletePrefix(`s3://${bucket}/data/db/t/`);
    expect(await keys()).toEqual(["data/db/u/a"]);
  });

  it("can be brought back in a bucket with versions", async () => {
    const s3 = await moto.clients.s3();
    const VersioningConfiguration = { Status: "Enabled" } as const;
    await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
    await put("data/db/t/a");
    await put("data/db/t/a");
    await storage.deletePrefix(`s3://${bucket}/data/db/t`);
    await storage.deletePrefix(`s3://${bucket}/data/db/t`);
    expect(await keys()).toEqual([]);
    const versions = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    expect(versions.Versions).toHaveLength(2);
    expect(versions.DeleteMarkers).toHaveLength(1);
  });

  it.each([
    ["", "a whole bucket"],
    ["/", "a whole bucket"],
    ["//", "a whole bucket"],
    ["/data", "not a folder inside"],
    ["/data/", "not a folder inside"],
    ["/data//", "not a folder inside"],
    ["/dat", "not a folder inside"],
    ["/database/t", "not a folder inside"],
    ["/other/db/t", "not a folder inside"],
  ])("is never deleted at s3://bucket%s", async (path, reason) => {
    await put("data/db/t/a", "other/db/t/a", "database/t/a");
    await expect(storage.deletePrefix(`s3://${bucket}${path}`)).rejects.toMatchObject({
      code: "PURGE_REFUSED",
      message: expect.stringContaining(reason) as string,
    });
    await expect(storage.deletePrefix(`s3://another-${bucket}/data/db/t`)).rejects.toMatchObject({
      code: "PURGE_REFUSED",
    });
    expect(await keys()).toHaveLength(3);
  });

  it("of a target that owns a whole bucket is deleted folder by folder only", async () => {
    const whole = targetStorage(moto.clients, [`s3://${bucket}`]);
    await put("db/t/a", "db/u/a");
    await whole.deletePrefix(`s3://${bucket}/db/t`);
    expect(await keys()).toEqual(["db/u/a"]);
    await expect(whole.deletePrefix(`s3://${bucket}/`)).rejects.toMatchObject({
      code: "PURGE_REFUSED",
    });
  });

  it("in a missing bucket is an error, not an empty folder", async () => {
    const gone = targetStorage(moto.clients, ["s3://no-such-bucket/data"]);
    await expect(gone.deletePrefix("s3://no-such-bucket/data/db/t")).rejects.toThrow(/bucket/i);
  });

  it("that is no S3 location is refused", async () => {
    await expect(storage.readObject("hdfs://x/y")).rejects.toMatchObject({
      code: "LOCATION_NOT_IN_S3",
    });
  });
});

async function put(...names: string[]): Promise<void> {
  const s3 = await moto.clients.s3();
  for (let i = 0; i < names.length; i += 20)
    await Promise.all(
      names
        .slice(i, i + 20)
        .map((Key) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "x" }))),
    );
}

async function keys(): Promise<string[]> {
  const page = await (await moto.clients.s3()).send(new ListObjectsV2Command({ Bucket: bucket }));
  return (page.Contents ?? []).map((object) => object.Key ?? "");
}

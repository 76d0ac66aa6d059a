import { expect, test } from "vitest";
import { seedChecksum, textChecksum } from "./file-checksum.ts";

// Expected values: dbt-core 1.12.6 (dbt-golden, config/checksums).
const PLAIN = "e4d3ac811c8f5307232998c93da9c249655e124083bdc143e0d5b2a5a385cc8f";
const SEED = "4fe00f14b5d93bb273c50dfff9e55e8a2de7a463013f4472b4c223a2a3cca8ad";

test.each([
  ["LF", "select 1 as id,\n       2 as b\n"],
  ["CRLF", "select 1 as id,\r\n       2 as b\r\n"],
  ["no newline at the end", "select 1 as id,\n       2 as b"],
  ["many newlines at the end", "select 1 as id,\n       2 as b\n\n\n\n"],
])("the same text has the same checksum with %s", (_, text) => {
  expect(textChecksum(text)).toEqual({ name: "sha256", checksum: PLAIN });
});

test("a byte order mark counts", () => {
  expect(textChecksum("\ufeffselect 1 as id,\n       2 as b\n").checksum).toBe(
    "a44b1b05826b9257c327ba4827c0914c0eb0c2feb064b77c1df3ed0f0ea2714e",
  );
});

test("a non-breaking space is white space", () => {
  expect(textChecksum("select\t1  as id,\n\n  2 as b -- \u00a0nbsp\n").checksum).toBe(
    "2c8339b723914b78b0dee82574e0a9f7ec8088e47d76546c6c966c54729ea593",
  );
});

test.each([
  ["LF", "id,n\n1,a\n"],
  ["CRLF", "id,n\r\n1,a\r\n"],
  ["blank lines around the rows", "\n\nid,n\n1,a\n\n"],
  ["no newline at the end", "id,n\n1,a"],
])("a seed's rows have the same checksum with %s", (_, text) => {
  expect(seedChecksum(text).checksum).toBe(SEED);
});

test("an empty seed has the checksum of nothing", () => {
  expect(seedChecksum("").checksum).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("a seed's byte order mark counts", () => {
  expect(seedChecksum("\ufeffid,n\n1,a\n").checksum).toBe(
    "533b7f31794c23de056914890ea072b4732cb2edc7d0c70c80c0c68d9678f82a",
  );
});

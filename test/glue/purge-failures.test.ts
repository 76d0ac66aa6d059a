import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { createAwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import { targetStorage } from "../../src/adapters/session/storage/target-storage.ts";

/** S3's answer to DeleteObjects when it kept something: status 200. */
const PARTLY_DELETED = `<?xml version="1.0" encoding="UTF-8"?>
<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <Error><Key>data/db/t/b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
</DeleteResult>`;
const LISTING = `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <IsTruncated>false</IsTruncated>
  <Contents><Key>data/db/t/a</Key></Contents><Contents><Key>data/db/t/b</Key></Contents>
</ListBucketResult>`;

it("fails when S3 answers that it kept some of the objects", async () => {
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  const server = createServer((request, response) => {
    request.resume();
    response.end(request.method === "POST" ? PARTLY_DELETED : LISTING);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const endpointUrl = `http://127.0.0.1:${port}`;
  const clients = createAwsClients({
    region: "us-east-1",
    endpointUrl,
    retryMode: "standard",
    maxAttempts: 1,
  });
  const storage = targetStorage(clients, ["s3://bucket/data"]);
  await expect(storage.deletePrefix("s3://bucket/data/db/t")).rejects.toMatchObject({
    code: "S3_DELETE_FAILED",
    message: 'S3 did not delete 1 object, the first is "s3://bucket/data/db/t/b": Access Denied',
  });
  await clients.close();
  server.closeAllConnections();
  server.close();
});

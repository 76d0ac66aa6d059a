import { expect, it } from "vitest";
import { readFault } from "./read-fault.ts";

it("reads an operation, a kind and the call that meets it", () => {
  expect(readFault("RunStatement:lost-answer:2")).toEqual({
    operation: "RunStatement",
    kind: "lost-answer",
    at: 2,
  });
});

it("reads how many calls in a row meet it", () => {
  expect(readFault("S3.PutObject:throttle:1x3")).toMatchObject({ at: 1, times: 3 });
});

it("says which kinds there are where one is not known", () => {
  expect(() => readFault("GetTables:slow:1")).toThrow(/"GetTables:slow:1".*throttle, error500/);
});

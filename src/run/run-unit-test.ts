import type { ContextOptions } from "../context/node-context.ts";
import { notSupported } from "../errors/not-supported.ts";
import type { UnitTestNode } from "../manifest/other-resources.ts";
import type { Executed } from "./executed.ts";
import type { RunEngine } from "./run-engine.ts";

export function runUnitTest(
  _engine: RunEngine,
  _test: UnitTestNode,
  _options: ContextOptions,
): Promise<Executed> {
  return Promise.reject(notSupported("unit tests"));
}

export { invoke } from "./cli/invoke.ts";
export type { InvokeOptions } from "./cli/invoke.ts";
export type { InvocationResult } from "./cli/invocation.ts";

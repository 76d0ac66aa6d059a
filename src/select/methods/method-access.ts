import type { MethodFactory } from "./method-factory.ts";

/** `access:`: models with that access. */
export const matchAccess: MethodFactory = (criterion) => (resource) =>
  resource.resource_type === "model" && resource.access === criterion.value;

import type { Scope } from "./scope.ts";

/** True where a setting that is on by default has been set to false. */
export function isOff(scope: Scope, key: string): boolean {
  return scope.emitter.catalog.conf(key)?.trim().toLowerCase() === "false";
}

/** True where a setting that is off by default has been set to true. */
export function isOn(scope: Scope, key: string): boolean {
  return scope.emitter.catalog.conf(key)?.trim().toLowerCase() === "true";
}

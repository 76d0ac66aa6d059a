import { hostFunction, hostObject, type HostObject } from "../../jinja/host-object.ts";
import { MISSING, type Scope } from "../../jinja/scope.ts";
import { bindCall } from "./call-arguments.ts";

/** `context`: the context itself as a dict, as macros pass it on. */
export function contextMember(scope: () => Scope): HostObject {
  const read = (key: unknown): unknown => (typeof key === "string" ? scope().lookup(key) : MISSING);
  return hostObject({
    typeName: "dict",
    isMapping: true,
    getItem: read,
    contains: (key) => read(key) !== MISSING,
    getAttribute(name) {
      if (name !== "get") return MISSING;
      return hostFunction(name, (args) => {
        const { key, default: fallback = null } = bindCall(name, ["key", "default"], args, 1);
        const found = read(key);
        return found === MISSING ? fallback : found;
      });
    },
    str: () => "<context>",
  });
}

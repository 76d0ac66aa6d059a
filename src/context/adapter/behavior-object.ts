import type { Flags } from "../../config/flags.ts";
import { hostObject, type HostObject } from "../../jinja/host-object.ts";
import { MISSING } from "../../jinja/scope.ts";

/** `adapter.behavior`: the behaviour flags; each has `setting` and `no_warn` and is true when on. */
export function behaviorObject(flags: Flags): HostObject {
  return hostObject({
    typeName: "Behavior",
    getAttribute: (name) => {
      const isOn = flags.behavior[name] ?? false;
      return hostObject({
        typeName: "BehaviorFlag",
        truth: () => isOn,
        str: () => (isOn ? "True" : "False"),
        getAttribute: (part) => (part === "setting" || part === "no_warn" ? isOn : MISSING),
      });
    },
  });
}

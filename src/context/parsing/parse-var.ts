import { toPython } from "../../jinja/convert.ts";
import { hostFunction, hostObject, type HostObject } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall } from "../members/call-arguments.ts";

/** `var` in templates of nodes while parsing: a variable that is not set is none, until it runs. */
export function parseVar(
  vars: ReadonlyMap<string, unknown>,
  render: (text: string) => unknown,
): HostObject {
  return hostObject({
    typeName: "Var",
    call(args) {
      const bound = bindCall("var", ["var_name", "default"], args, 1);
      const name = pyStr(bound.var_name);
      if (!vars.has(name)) return bound.default ?? null;
      const value = vars.get(name);
      return typeof value === "string" ? render(value) : toPython(value);
    },
    getAttribute(attribute) {
      if (attribute !== "has_var") return MISSING;
      return hostFunction(attribute, (args) =>
        vars.has(pyStr(bindCall(attribute, ["var_name"], args, 1).var_name)),
      );
    },
  });
}

import { varMissing } from "../../errors/template-errors.ts";
import { withDatetimes } from "../../dialect/datetime-values.ts";
import { toPython } from "../../jinja/convert.ts";
import { hostFunction, hostObject, type HostObject } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall } from "./call-arguments.ts";

export interface VarOptions {
  /** Name of the node, for the error. */
  readonly node: string;
  readonly vars: ReadonlyMap<string, unknown>;
  /** Renders the Jinja in a variable's text. */
  readonly render: (text: string) => unknown;
}

/** `var(name, default)` and `var.has_var(name)`. */
export function varMember({ node, vars, render }: VarOptions): HostObject {
  return hostObject({
    typeName: "Var",
    call(args) {
      const bound = bindCall("var", ["var_name", "default"], args, 1);
      const name = pyStr(bound.var_name);
      if (vars.has(name)) {
        const value = vars.get(name);
        return typeof value === "string" ? render(value) : withDatetimes(toPython(value));
      }
      if ("default" in bound) return bound.default;
      throw varMissing(node, name, [...vars.keys()]);
    },
    getAttribute(attribute) {
      if (attribute !== "has_var") return MISSING;
      return hostFunction(attribute, (args) =>
        vars.has(pyStr(bindCall(attribute, ["var_name"], args, 1).var_name)),
      );
    },
  });
}

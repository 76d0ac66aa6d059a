import { varMissing } from "../errors/template-errors.ts";
import { toPython } from "../jinja/convert.ts";
import { hostFunction, hostObject } from "../jinja/host-object.ts";
import { pyStr } from "../jinja/python-text.ts";
import { layeredScope, MISSING, scopeOf, type Scope } from "../jinja/scope.ts";
import { bindCall } from "./members/call-arguments.ts";

/**
 * What texts of properties files see: the base and `var`, but no macros. Here a variable must be set
 * or have a default, and its value is taken as it is.
 */
export function parseYamlScope(
  base: Scope,
  vars: ReadonlyMap<string, unknown>,
  file: string,
): Scope {
  const variable = hostObject({
    typeName: "ConfiguredVar",
    call(args) {
      const bound = bindCall("var", ["var_name", "default"], args, 1);
      const name = pyStr(bound.var_name);
      if (vars.has(name)) return toPython(vars.get(name));
      if ("default" in bound) return bound.default;
      throw varMissing(file, name, [...vars.keys()]);
    },
    getAttribute(attribute) {
      if (attribute !== "has_var") return MISSING;
      return hostFunction(attribute, ({ positional: [name] }) => vars.has(pyStr(name)));
    },
  });
  return layeredScope(scopeOf({ var: variable }), base);
}

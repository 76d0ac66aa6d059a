import { envVarMissing, secretOutsideProfile } from "../../errors/template-errors.ts";
import { hostFunction, type HostObject } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { bindCall } from "./call-arguments.ts";

/** `env_var(name, default)`: always text. Secrets are readable in profiles and packages only. */
export function envVarMember(env: Readonly<Record<string, string | undefined>>): HostObject {
  return hostFunction("env_var", (args) => {
    const bound = bindCall("env_var", ["var", "default"], args, 1);
    const name = pyStr(bound.var);
    if (name.startsWith("DBT_ENV_SECRET")) throw secretOutsideProfile(name);
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (value !== undefined) return value;
    if ((bound.default ?? null) !== null) return bound.default;
    throw envVarMissing(name);
  });
}

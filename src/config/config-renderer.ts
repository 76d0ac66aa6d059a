import { createDialect, renderNative, renderText } from "../dialect/dialect.ts";
import { configVarMissing } from "../errors/config-errors.ts";
import type { Place } from "../errors/place.ts";
import { envVarMissing, secretOutsideProfile } from "../errors/template-errors.ts";
import { bindArguments } from "../jinja/bind-arguments.ts";
import { fromPython, toPython } from "../jinja/convert.ts";
import { hostFunction, hostObject } from "../jinja/host-object.ts";
import type { HostObject } from "../jinja/host-object.ts";
import { pyStr } from "../jinja/python-text.ts";
import { MISSING, scopeOf } from "../jinja/scope.ts";
import type { Scope } from "../jinja/scope.ts";
import { DBT_VERSION } from "../util/versions.ts";
import { isSecretName } from "./environment.ts";
import type { Environment } from "./environment.ts";
import type { RenderText } from "./render-yaml-value.ts";
import { replaceSecrets, secretPlaceholder } from "./secret-placeholder.ts";
import { templatePlace } from "./template-place.ts";

export interface ConfigRendererOptions {
  /** `var()`: `--vars`, and for dbt_project.yml vars.yml below them. */
  readonly vars: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  /** `target`; absent while profiles.yml itself is read, "unset" for commands without a profile. */
  readonly target?: Readonly<Record<string, unknown>> | "unset";
  /** profiles.yml and packages.yml may read `DBT_ENV_SECRET_*`. */
  readonly secretsAllowed: boolean;
  /** False for `deps`: a variable that is not set is none. */
  readonly requireVars?: boolean;
}

/** Renders strings of configuration files natively, with dbt's base context. */
export function createConfigRenderer(options: ConfigRendererOptions): RenderText {
  const scope = configScope(options);
  return (text, place) => {
    const source = templatePlace(place);
    const rendered = fromPython(renderNative(dialect(), text, { scope, source }));
    return options.secretsAllowed ? replaceSecrets(rendered, options.env) : rendered;
  };
}

/** Throws where the text is no template; renders nothing. */
export function checkTemplate(text: string, place: Place): void {
  dialect().text.fromString(text, templatePlace(place));
}

let shared: ReturnType<typeof createDialect> | undefined;

/** Made on the first template: most configuration has none. */
function dialect(): ReturnType<typeof createDialect> {
  shared ??= createDialect();
  return shared;
}

function configScope(options: ConfigRendererOptions): Scope {
  const members: Record<string, unknown> = {
    dbt_version: DBT_VERSION,
    env_var: envVarMember(options),
  };
  const scope = scopeOf(members);
  members.var = varMember(options, scope);
  if (options.target) {
    members.target = options.target === "unset" ? unsetTarget() : toPython(options.target);
    members.env = members.target;
  }
  return scope;
}

/** Without a profile every key of `target` is an empty text, so that `target.type in (...)` works. */
function unsetTarget(): HostObject {
  return hostObject({
    typeName: "dict",
    isMapping: true,
    getItem: () => "",
    getAttribute: (name) =>
      name === "get"
        ? hostFunction("get", (args) => bindArguments("get", ["key", "default=None"], args)[1])
        : MISSING,
  });
}

/** Secrets come as placeholders: what a template does to them cannot leak a part. */
function envVarMember({ env, secretsAllowed }: ConfigRendererOptions): HostObject {
  return hostFunction("env_var", (args) => {
    const [named, fallback] = bindArguments("env_var", ["var", "default=None"], args);
    const name = pyStr(named);
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (isSecretName(name)) {
      if (!secretsAllowed) throw secretOutsideProfile(name);
      if (value !== undefined) return secretPlaceholder(name);
    }
    if (value !== undefined) return value;
    if (fallback !== null) return fallback;
    throw envVarMissing(name);
  });
}

/** `var(name, default)`, which renders values that are text, and `var.has_var(name)`. */
function varMember(options: ConfigRendererOptions, scope: Scope): HostObject {
  const { vars, requireVars = true } = options;
  const hasVar = (name: unknown): boolean => Object.hasOwn(vars, pyStr(name));
  return hostObject({
    typeName: "Var",
    getAttribute: (name) =>
      name === "has_var"
        ? hostFunction("has_var", (args) => hasVar(bindArguments("has_var", ["var_name"], args)[0]))
        : MISSING,
    call: (args) => {
      const [named, fallback] = bindArguments("var", ["var_name", "default="], args);
      const name = pyStr(named);
      if (hasVar(name)) {
        const value = vars[name];
        return typeof value === "string"
          ? renderText(dialect(), value, { scope, source: { path: `var ${name}` } })
          : toPython(value);
      }
      if (fallback !== MISSING) return fallback;
      if (requireVars) throw configVarMissing(name);
      return null;
    },
  });
}

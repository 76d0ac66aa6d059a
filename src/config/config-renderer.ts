import { notSupported } from "../errors/not-supported.ts";
import type { Environment } from "./environment.ts";
import type { RenderText } from "./render-yaml-value.ts";

export interface ConfigRendererOptions {
  /** `var()`: `--vars`, and for dbt_project.yml vars.yml below them. */
  readonly vars: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  /** `target`; absent while profiles.yml itself is read. */
  readonly target?: Readonly<Record<string, unknown>>;
  /** profiles.yml and packages.yml may read `DBT_ENV_SECRET_*`. */
  readonly secretsAllowed: boolean;
  /** False for `deps`: a variable that is not set is none. */
  readonly requireVars?: boolean;
}

/** Renders strings of configuration files natively, with dbt's base context. */
export function createConfigRenderer(_options: ConfigRendererOptions): RenderText {
  return (text, place) => {
    throw notSupported(`Jinja in configuration files: ${text}`, "", place);
  };
}

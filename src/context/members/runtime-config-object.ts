import type { ProjectConfig } from "../../config/project-config.ts";
import type { RuntimeConfig } from "../../config/runtime-config.ts";
import { toPython } from "../../jinja/convert.ts";
import { HOST, hostFunction, hostObject, type HostObject } from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { MISSING } from "../../jinja/scope.ts";
import { flagValues } from "./flags-object.ts";

/** `ref` with the member `config`: packages reach it by `builtins.ref.config`. */
export function withRuntimeConfig(ref: HostObject, runtime: RuntimeConfig): HostObject {
  return hostObject({
    ...ref[HOST],
    getAttribute: (name) => (name === "config" ? runtimeConfigObject(runtime) : MISSING),
  });
}

/**
 * dbt's own RuntimeConfig, as `adapter.config` and `builtins.ref.config`. It has what packages
 * (elementary and Tuva among them) read: names, versions, quoting, variables and arguments.
 */
export function runtimeConfigObject(runtime: RuntimeConfig): HostObject {
  const { project, profile, flags, packages } = runtime;
  return attributes("RuntimeConfig", {
    ...projectAttributes(project),
    target_name: () => profile.targetName,
    threads: () => profile.threads,
    profile_name: () => project.profile ?? null,
    cli_vars: () => toPython(flags.vars),
    args: () => attributes("Namespace", lazily(flagValues(flags))),
    dependencies: () =>
      PyDict.fromEntries(
        Array.from(packages, ([name, each]) => [
          name,
          attributes("RuntimeConfig", projectAttributes(each)),
        ]),
      ),
  });
}

function projectAttributes(project: ProjectConfig): Readonly<Record<string, () => unknown>> {
  return {
    project_name: () => project.name,
    version: () => project.version ?? null,
    project_root: () => project.root,
    quoting: () =>
      toPython({ database: false, schema: false, identifier: false, ...project.quoting }),
    vars: () =>
      attributes("VarProvider", {
        vars: () => toPython(project.vars),
        to_dict: () => hostFunction("to_dict", () => toPython(project.vars)),
      }),
  };
}

function lazily(values: ReadonlyMap<string, unknown>): Readonly<Record<string, () => unknown>> {
  return Object.fromEntries(
    Array.from(values, ([name, value]) => [name, () => toPython(value ?? null)]),
  );
}

function attributes(
  typeName: string,
  members: Readonly<Record<string, () => unknown>>,
): HostObject {
  return hostObject({
    typeName,
    getAttribute: (name) => (Object.hasOwn(members, name) ? members[name]?.() : MISSING),
  });
}

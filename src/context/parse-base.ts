import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { EventBus } from "../events/event-bus.ts";
import { toPython } from "../jinja/convert.ts";
import { hostObject } from "../jinja/host-object.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { scopeOf, type Scope } from "../jinja/scope.ts";
import { baseMembers } from "./members/base-members.ts";
import { columnClass } from "./relation/column-object.ts";
import { flagsObject, invocationArguments } from "./members/flags-object.ts";
import { envVarMember } from "./members/env-var-member.ts";
import { validationMember } from "./members/validation-member.ts";
import { mergeQuoting } from "./relation-for-node.ts";
import { makeRelation } from "./relation.ts";
import { relationClass } from "./relation/relation-class.ts";

/** Members of the base context: templates may not replace them by macros of the same name. */
export const BASE_NAMES: ReadonlySet<string> = new Set([
  "builtins",
  "context",
  "dbt_version",
  "debug",
  "diff_of_two_dicts",
  "env_var",
  "flags",
  "fromjson",
  "fromyaml",
  "invocation_id",
  "local_md5",
  "log",
  "modules",
  "print",
  "project_name",
  "return",
  "run_started_at",
  "set",
  "set_strict",
  "target",
  "thread_id",
  "tojson",
  "toyaml",
  "var",
  "zip",
  "zip_strict",
]);

/** What every template of a project sees while it is parsed: the invocation, the target, helpers. */
export function parseBase(runtime: RuntimeConfig, events: EventBus, now: () => Date): Scope {
  const target = toPython(runtime.profile.target);
  const quotePolicy = mergeQuoting(runtime.project.quoting);
  const relations = relationClass(quotePolicy, () => makeRelation({ quotePolicy }));
  return scopeOf({
    ...baseMembers(runtime, events, now),
    target,
    env: target,
    project_name: runtime.project.name,
    flags: flagsObject(runtime.flags),
    env_var: envVarMember(runtime.env),
    execute: false,
    graph: PyDict.fromRecord({}),
    api: PyDict.fromRecord({ Relation: relations, Column: columnClass }),
    column: columnClass,
    validation: validationMember,
    sql_now: "current_timestamp()",
    invocation_args_dict: invocationArguments(runtime.flags),
    selected_resources: [],
    context_macro_stack: hostObject({ typeName: "MacroStack" }),
  });
}

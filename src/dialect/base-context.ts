import { bindArguments } from "../jinja/bind-arguments.ts";
import { hostFunction, type CallArguments, type HostObject } from "../jinja/host-object.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { pyStr } from "../jinja/python-text.ts";
import { pyTruth } from "../jinja/python-truth.ts";
import { COLLECTION_MEMBERS } from "./collection-members.ts";
import { datetimeModule, moment } from "./modules/datetime-module.ts";
import { UTC } from "./modules/datetime/time-zone.ts";
import { itertoolsModule } from "./modules/itertools-module.ts";
import { pytzModule } from "./modules/pytz-module.ts";
import { reModule } from "./modules/re-module.ts";
import { returnFunction } from "./return-signal.ts";
import { SERIAL_MEMBERS, yamlMembers, type YamlFunctions } from "./serial-members.ts";

/** The effects and facts that base members need. */
export interface BaseContextOptions {
  /** The dbt version whose behaviour this is. */
  readonly dbtVersion: string;
  readonly invocationId: string;
  readonly startedAt: Date;
  readonly now: () => Date;
  readonly yaml: YamlFunctions;
  /** Hexadecimal MD5 of a text's UTF-8. */
  readonly md5: (text: string) => string;
  /** `log(message, info)`: to the log file, or with `info` to the terminal too. */
  readonly log: (message: string, info: boolean) => void;
  readonly print: (message: string) => void;
  /** A function of modules.itertools was used, which dbt deprecates. */
  readonly onItertools?: (name: string) => void;
  readonly threadId?: string;
}

/**
 * The members that every dbt context has, by name, apart from `var`, `env_var`, `flags`, `context`
 * and `builtins`, which depend on where they are used.
 */
export function baseContext(options: BaseContextOptions): Record<string, unknown> {
  return {
    ...COLLECTION_MEMBERS,
    ...SERIAL_MEMBERS,
    ...yamlMembers(options.yaml),
    ...speakingMembers(options),
    return: returnFunction,
    dbt_version: options.dbtVersion,
    invocation_id: options.invocationId,
    thread_id: options.threadId ?? "MainThread",
    run_started_at: moment(options.startedAt, UTC),
    modules: modulesMember(options),
    local_md5: hostFunction("local_md5", (args) => {
      const [value] = bindArguments("local_md5", ["value"], args);
      return options.md5(pyStr(value));
    }),
    otel_trace_id: hostFunction("otel_trace_id", () => "0".repeat(32)),
    otel_span_id: hostFunction("otel_span_id", () => "0".repeat(16)),
  };
}

function modulesMember({ now, onItertools }: BaseContextOptions): PyDict {
  return PyDict.fromRecord({
    pytz: pytzModule(),
    datetime: datetimeModule(now),
    re: reModule(),
    itertools: itertoolsModule(onItertools ?? (() => undefined)),
  });
}

function speakingMembers(options: BaseContextOptions): Record<string, HostObject> {
  return {
    log: hostFunction("log", (args: CallArguments) => {
      const [message, info] = bindArguments("log", ["msg", "info=False"], args);
      options.log(pyStr(message), pyTruth(info));
      return "";
    }),
    print: hostFunction("print", (args: CallArguments) => {
      options.print(pyStr(bindArguments("print", ["msg"], args)[0]));
      return "";
    }),
  };
}

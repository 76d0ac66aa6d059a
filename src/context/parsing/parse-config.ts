import { configCallForm, configKeyTwice } from "../../errors/parse-errors.ts";
import { fromPython } from "../../jinja/convert.ts";
import {
  type CallArguments,
  hostFunction,
  hostObject,
  type HostObject,
} from "../../jinja/host-object.ts";
import { PyDict } from "../../jinja/py-dict.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { MISSING } from "../../jinja/scope.ts";
import type { ParseRecorder } from "../parse-recorder.ts";

/** `config` while parsing: calls are taken down, and what is asked of it is not known yet. */
export function parseConfig(recorder: ParseRecorder): HostObject {
  const methods: Readonly<Record<string, (args: CallArguments) => unknown>> = {
    get: () => "",
    require: () => "",
    meta_get: () => "",
    meta_require: () => "",
    persist_relation_docs: () => false,
    persist_column_docs: () => false,
    set: ({ positional: [name, value] }) => {
      recorder.config(withHookDashes({ [pyStr(name)]: fromPython(value) }));
      return "";
    },
  };
  return hostObject({
    typeName: "ParseConfigObject",
    call(args) {
      recorder.config(withHookDashes(readCall(args)));
      return "";
    },
    getAttribute(name) {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      return method === undefined ? MISSING : hostFunction(name, method);
    },
  });
}

/** Keywords, or one dictionary. */
function readCall({ positional, named }: CallArguments): Record<string, unknown> {
  const [first] = positional;
  if (positional.length === 0 && named.size > 0) return plain(named);
  if (positional.length === 1 && named.size === 0 && first instanceof PyDict)
    return plain(first.entries());
  throw configCallForm();
}

function plain(entries: Iterable<readonly [unknown, unknown]>): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(entries, ([name, value]) => [pyStr(name), fromPython(value)]),
  );
}

function withHookDashes(call: Record<string, unknown>): Record<string, unknown> {
  for (const name of ["pre", "post"]) {
    const [old, current] = [`${name}_hook`, `${name}-hook`];
    if (!(old in call)) continue;
    if (current in call) throw configKeyTwice(old, current);
    call[current] = call[old];
    Reflect.deleteProperty(call, old);
  }
  return call;
}

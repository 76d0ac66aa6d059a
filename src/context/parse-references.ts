import { pythonError } from "../errors/jinja-errors.ts";
import { type CallArguments, hostFunction, type HostObject } from "../jinja/host-object.ts";
import { pyStr } from "../jinja/python-text.ts";
import { pythonTypeName } from "../jinja/python-types.ts";
import { PyFloat } from "../util/python-values.ts";
import type { ParseSubject } from "./parse-recorder.ts";
import { relationObject } from "./relation-object.ts";

/**
 * `ref`, `source`, `metric` and `function` while parsing: they take down the call. What they give is
 * the relation of the node itself, because no other one is known yet.
 */
export function parseReferences(
  subject: ParseSubject,
): Readonly<Record<"ref" | "source" | "metric" | "function", HostObject>> {
  const self = (): unknown => relationObject(subject.relation());
  return {
    ref: hostFunction("ref", (args) => {
      const [name, packageName] = readName("ref", args);
      subject.recorder.ref({ name, package: packageName, version: readVersion(args) });
      return self();
    }),
    source: hostFunction("source", ({ positional }) => {
      if (positional.length !== 2) {
        throw pythonError("TypeError", `source() takes two arguments (${positional.length} given)`);
      }
      const source = expectText("The source name (first) argument to source()", positional[0]);
      const table = expectText("The table name (second) argument to source()", positional[1]);
      subject.recorder.source(source, table);
      return self();
    }),
    metric: hostFunction("metric", (args) => {
      const [name, packageName] = readName("metric", args);
      subject.recorder.metric(packageName === null ? [name] : [packageName, name]);
      return name;
    }),
    function: hostFunction("function", (args) => {
      const [name, packageName] = readName("function", args);
      subject.recorder.function(packageName === null ? [name] : [packageName, name]);
      return relationObject({ ...subject.relation(), type: "function" });
    }),
  };
}

function readName(call: string, { positional }: CallArguments): [string, string | null] {
  if (positional.length < 1 || positional.length > 2) {
    throw pythonError(
      "TypeError",
      `${call}() takes one or two arguments (${positional.length} given)`,
    );
  }
  const name = expectText(`The name argument to ${call}()`, positional.at(-1));
  if (positional.length === 1) return [name, null];
  return [name, expectText(`The package argument to ${call}()`, positional[0])];
}

function readVersion({ named }: CallArguments): string | number | null {
  const version = truthy(named.get("version")) ?? named.get("v") ?? null;
  if (version === null || typeof version === "string" || typeof version === "number")
    return version;
  if (version instanceof PyFloat) return version.value;
  throw pythonError(
    "TypeError",
    `The version argument to ref() must be a string, int, float, or None - got ${pythonTypeName(version)}`,
  );
}

function truthy(value: unknown): unknown {
  return value === undefined || value === null || value === "" || value === 0 ? undefined : value;
}

function expectText(what: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw pythonError(
    "TypeError",
    `${what} must be a string, got ${pythonTypeName(value)} (${pyStr(value)})`,
  );
}

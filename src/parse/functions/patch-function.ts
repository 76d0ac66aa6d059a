import { checkKeys } from "../properties/known-keys.ts";
import { functionOverload } from "../../errors/function-errors.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  placeOf,
  readList,
  readMapping,
  readOptional,
  readString,
  required,
} from "../../yaml/typed-readers.ts";
import type { Draft } from "../drafts/draft.ts";
import type { Lookups } from "../lookups.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import type { Entry } from "../properties/entries.ts";
import { patchCommonProperties, patchNode, readNodePatch } from "../properties/patch-node.ts";
import { readGiven } from "../properties/read-given.ts";

interface Overload {
  readonly defined_in: string;
  readonly arguments: readonly unknown[];
  readonly returns: unknown;
  readonly description: string | null;
}

/** One entry of `functions:`. */
export function patchFunction(environment: ParseEnvironment, lookups: Lookups, entry: Entry): void {
  const patch = readNodePatch(entry);
  const returns = readReturns(required(entry.at, "returns"));
  const args = readArguments(child(entry.at, "arguments"));
  const overloads = readGiven(child(entry.at, "overloads"), readList) ?? [];
  patchNode(environment, lookups, patch, (draft) => {
    patchCommonProperties(draft, patch);
    draft.functionPart = { returns, arguments: args, overloads: [] };
    const absorbed = overloads.map((at) => absorb(environment, draft, at));
    draft.functionPart = { returns, arguments: args, overloads: absorbed };
  });
  lookups.refresh();
}

function readReturns(at: Located): unknown {
  readMapping(at);
  checkKeys(at, "function's returns");
  return {
    data_type: readString(required(at, "data_type")),
    description: readOptional(child(at, "description"), readString) ?? null,
  };
}

function readArguments(at: Located): readonly unknown[] {
  return (readGiven(at, readList) ?? []).map((item) => {
    checkKeys(item, "function argument");
    return {
      name: readString(required(item, "name")),
      data_type: readString(required(item, "data_type")),
      description: readOptional(child(item, "description"), readString) ?? null,
      default_value: child(item, "default_value").value ?? null,
    };
  });
}

/** An overload's file becomes part of the function, with what it refers to, and is no node any more. */
function absorb({ manifest }: ParseEnvironment, draft: Draft, at: Located): unknown {
  const overload = readOverload(at);
  const name = overload.defined_in;
  const place = placeOf(at);
  if (name === draft.name) throw functionOverload(draft.name, name, "lists itself as", place);
  const id = `function.${draft.packageName}.${name}`;
  const body = manifest.functions.get(id);
  if (body === undefined) throw functionOverload(draft.name, name, "has no file for", place);
  manifest.functions.delete(id);
  draft.refs.push(...body.refs.filter((ref) => !draft.refs.some((own) => sameText(own, ref))));
  draft.sources.push(
    ...body.sources.filter((each) => !draft.sources.some((own) => sameText(own, each))),
  );
  draft.functions.push(
    ...body.functions.filter((each) => !draft.functions.some((own) => sameText(own, each))),
  );
  return { ...overload, raw_body: body.rawCode, compiled_body: null };
}

function readOverload(at: Located): Overload {
  checkKeys(at, "function overload");
  return {
    defined_in: readString(required(at, "defined_in")),
    arguments: readArguments(child(at, "arguments")),
    returns: readOptional(child(at, "returns"), readReturns) ?? null,
    description: readOptional(child(at, "description"), readString) ?? null,
  };
}

function sameText(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

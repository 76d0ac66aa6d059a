import { pythonCallArguments, pythonJinja } from "../../errors/python-model-errors.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { addConfigCall } from "../config/config-calls.ts";
import type { ConfigDict } from "../config/config-fields.ts";
import { withHookDashes } from "../config/merge-config.ts";
import { addNode } from "../drafts/draft-manifest.ts";
import type { Draft } from "../drafts/draft.ts";
import { startConfig, updateConfig } from "../drafts/update-config.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { draftOf } from "../resources/parse-code-files.ts";
import { type PythonCall, scanPythonModel } from "./scan-python-model.ts";

/** A model in Python: its calls of dbt's are found without running it. */
export function parsePythonModel(environment: ParseEnvironment, file: SourceFile): void {
  const draft = draftOf(environment, file, { kind: "model", language: "python" });
  startConfig(environment, draft);
  if (/\{[{%#]/.test(draft.rawCode)) throw pythonJinja(draft.place);
  const calls = scanPythonModel(draft.rawCode, draft.place);
  for (const call of calls) takeCall(draft, call);
  const used = [...keysUsed(draft, calls, "get"), ...keysUsed(draft, calls, "meta_get")];
  if (used.length > 0) addConfigCall(draft.calls, configKeys(draft, calls));
  updateConfig(environment, draft);
  addNode(environment.manifest, draft);
}

function takeCall(draft: Draft, call: PythonCall): void {
  const { positional, named } = call;
  switch (call.function) {
    case "ref": {
      const [first, second] = positional.map(String);
      const version = named.version ?? named.v ?? null;
      draft.refs.push({
        name: second ?? first ?? "",
        package: second === undefined ? null : (first ?? null),
        version: typeof version === "string" || typeof version === "number" ? version : null,
      });
      return;
    }
    case "source":
      draft.sources.push(positional.map(String));
      return;
    case "config":
      addConfigCall(draft.calls, withHookDashes({ ...named }));
      return;
    case "get":
    case "meta_get":
      return;
  }
}

function keysUsed(
  draft: Draft,
  calls: readonly PythonCall[],
  name: "get" | "meta_get",
): readonly unknown[][] {
  return calls.flatMap(({ function: each, positional }) => {
    if (each !== name) return [];
    const [key, fallback = null] = positional;
    if (positional.length < 1 || positional.length > 2) {
      throw pythonCallArguments(`dbt.config.${name}()`, positional.length, draft.place);
    }
    return [[key, fallback]];
  });
}

/** Which configs the code reads, and with which defaults: the compiled model brings them along. */
function configKeys(draft: Draft, calls: readonly PythonCall[]): ConfigDict {
  const config = keysUsed(draft, calls, "get");
  const meta = keysUsed(draft, calls, "meta_get");
  return {
    config_keys_used: config.map(([key]) => key),
    config_keys_defaults: config.map(([, fallback]) => fallback),
    meta_keys_used: meta.map(([key]) => key),
    meta_keys_defaults: meta.map(([, fallback]) => fallback),
  };
}

import type { SourceFile } from "../../project/source-file.ts";
import { addConfigCall } from "../config/config-calls.ts";
import { addNode } from "../drafts/draft-manifest.ts";
import type { Draft } from "../drafts/draft.ts";
import { startConfig, updateConfig } from "../drafts/update-config.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { readStaticCalls, type StaticCalls } from "../static/static-calls.ts";
import { draftOf, renderAndFinish } from "./parse-code-files.ts";

/** A model in SQL. Where its Jinja is only literal calls, they are read without rendering. */
export function parseModel(environment: ParseEnvironment, file: SourceFile): void {
  const draft = draftOf(environment, file, { kind: "model" });
  const calls = mayReadStatically(environment, file.packageName)
    ? readStaticCalls(file.text)
    : undefined;
  if (calls === undefined) renderAndFinish(environment, draft);
  else takeStaticCalls(environment, draft, calls);
}

/** A project may replace `ref` and the like with macros of its own: then models must be rendered. */
function mayReadStatically({ runtime, manifest }: ParseEnvironment, packageName: string): boolean {
  if (!runtime.flags.staticParser) return false;
  const packages = [packageName, runtime.project.name];
  const names = ["ref", "source", "config"];
  return !packages.some((each) =>
    names.some((name) => manifest.macros.has(`macro.${each}.${name}`)),
  );
}

function takeStaticCalls(environment: ParseEnvironment, draft: Draft, calls: StaticCalls): void {
  startConfig(environment, draft);
  for (const [name, value] of calls.configs) addConfigCall(draft.calls, { [name]: value });
  updateConfig(environment, draft);
  Object.assign(draft.unrenderedConfig, Object.fromEntries(calls.configs));
  draft.refs.push(...calls.refs);
  const sources = new Map(calls.sources.map((source) => [source.join("\0"), [...source]]));
  draft.sources.push(...sources.values());
  addNode(environment.manifest, draft);
}

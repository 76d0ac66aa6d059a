import type { RuntimeConfig } from "../../config/runtime-config.ts";
import type { MacroIndex } from "../../context/macro-index.ts";
import { parseBase } from "../../context/parse-base.ts";
import { parseScope, type ParseShared } from "../../context/parse-scope.ts";
import { parseYamlScope } from "../../context/parse-yaml-scope.ts";
import { projectVars } from "../../context/project-vars.ts";
import { type Dialect, renderNative, renderText } from "../../dialect/dialect.ts";
import { isEngineError } from "../../errors/is-engine-error.ts";
import type { EventBus } from "../../events/event-bus.ts";
import { fromPython } from "../../jinja/convert.ts";
import type { Scope } from "../../jinja/scope.ts";
import type { RenderText } from "../../config/render-yaml-value.ts";
import type { DraftManifest } from "../drafts/draft-manifest.ts";
import type { Draft } from "../drafts/draft.ts";
import type { ParseTemplates } from "../parse-environment.ts";
import { unrenderedConfigCall } from "../static/unrendered-config.ts";
import { checkQueryComment } from "./check-query-comment.ts";
import { descriptionRenderer } from "./description-renderer.ts";
import { draftSubject } from "./draft-subject.ts";
import { findMacroId } from "./find-macro-id.ts";
import { nameGenerator } from "./name-generator.ts";
import { renderReferences } from "./render-references.ts";
import { renderTestCode } from "./render-test.ts";
import { sourceOf } from "./source-of.ts";
import { testMacros } from "./test-macros.ts";

export interface TemplateInputs {
  readonly runtime: RuntimeConfig;
  readonly events: EventBus;
  readonly now: () => Date;
  readonly manifest: DraftManifest;
  readonly macros: MacroIndex;
  readonly dialect: Dialect;
}

const ABSORBING = { undefined: "absorbing" } as const;

/** Everything in parsing that renders Jinja, over one project's macros. */
export function createTemplates(inputs: TemplateInputs): ParseTemplates {
  const { runtime, events, now, manifest, macros, dialect } = inputs;
  const varsOf = once((packageName: string) => projectVars(runtime, packageName));
  const base = parseBase(runtime, events, now);
  const render = (text: string, scope: Scope): string => renderText(dialect, text, { scope });
  const shared: ParseShared = { runtime, events, macros, base, render, varsOf };
  checkQueryComment(dialect, shared);
  const findMacro = findMacroId(macros, manifest, runtime.project.name);
  const macrosOfTest = testMacros(manifest, findMacro);
  const scopes = new WeakMap<Draft, Scope>();
  const scopeOf = (draft: Draft): Scope => {
    const known = scopes.get(draft);
    if (known !== undefined) return known;
    const subject = draftSubject(runtime, draft, () => configText(dialect, draft));
    const [own] = draft.dependsOnMacros;
    const inReach = draft.test && macrosOfTest(draft.packageName, own);
    const scope = parseScope(shared, subject, ({ unique_id: id }) => {
      if (inReach?.has(id) ?? true) draft.dependsOnMacros.add(id);
    });
    scopes.set(draft, scope);
    return scope;
  };
  return {
    renderNode: (draft, text) => {
      try {
        const source = sourceOf(draft.place);
        renderText(dialect, text, { scope: scopeOf(draft), source, options: ABSORBING });
      } catch (error) {
        throw isEngineError(error) ? error.with({ node: draft.uniqueId }) : error;
      }
    },
    renderTest: (draft) => {
      renderTestCode(dialect, draft, scopeOf(draft));
    },
    yamlRenderer: once((packageName) => yamlRenderer(dialect, base, varsOf(packageName))),
    generateName: nameGenerator(shared),
    findMacro,
    renderDescription: descriptionRenderer(dialect, base, {
      runtime,
      manifest,
      vars: varsOf(runtime.project.name),
    }),
    renderDocs: (text, place) => renderText(dialect, text, { scope: {}, source: sourceOf(place) }),
    renderReferences: (calls, place) => renderReferences(dialect, calls, place),
  };
}

/** The source text of a file's config call. Parsed once more, but only for files that call config. */
function configText(dialect: Dialect, draft: Draft): Record<string, string> | undefined {
  if (!draft.rawCode.includes("config(")) return undefined;
  return unrenderedConfigCall(dialect.text.fromString(draft.rawCode).body);
}

function yamlRenderer(
  dialect: Dialect,
  base: Scope,
  vars: ReadonlyMap<string, unknown>,
): RenderText {
  const scope = parseYamlScope(base, vars, "a properties file");
  return (text, place) =>
    fromPython(renderNative(dialect, text, { scope, source: sourceOf(place) }));
}

function once<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

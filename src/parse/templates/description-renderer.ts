import type { RuntimeConfig } from "../../config/runtime-config.ts";
import { parseYamlScope } from "../../context/parse-yaml-scope.ts";
import { type Dialect, renderText } from "../../dialect/dialect.ts";
import { docNotFound } from "../../errors/docs-errors.ts";
import { hostFunction } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { layeredScope, scopeOf, type Scope } from "../../jinja/scope.ts";
import { nearest } from "../../util/nearest.ts";
import { buildDocIndex, type DocIndex } from "../docs/doc-index.ts";
import type { DraftManifest } from "../drafts/draft-manifest.ts";
import type { ParseTemplates } from "../parse-environment.ts";
import { sourceOf } from "./source-of.ts";

interface DescriptionInputs {
  readonly runtime: RuntimeConfig;
  readonly manifest: DraftManifest;
  readonly vars: ReadonlyMap<string, unknown>;
}

/** Renders descriptions with `doc()`. They see the root project's variables. */
export function descriptionRenderer(
  dialect: Dialect,
  base: Scope,
  { runtime, manifest, vars }: DescriptionInputs,
): ParseTemplates["renderDescription"] {
  const yaml = parseYamlScope(base, vars, "a description");
  let docs: DocIndex | undefined;
  return (text, packageName, place) => {
    const ownFirst = runtime.flags.behavior.require_ref_searches_node_package_before_root === true;
    docs ??= buildDocIndex(manifest.docs.values(), runtime.project.name, ownFirst);
    const index = docs;
    const doc = hostFunction("doc", ({ positional }) => {
      const [first, second] = positional.map(pyStr);
      const name = second ?? first ?? "";
      const owner = second === undefined ? null : (first ?? null);
      const found = index.find(name, owner, packageName);
      if (found === undefined) throw docNotFound(name, owner, nearest(name, index.names()), place);
      return found.block_contents;
    });
    return renderText(dialect, text, {
      scope: layeredScope(scopeOf({ doc }), yaml),
      source: sourceOf(place),
    });
  };
}

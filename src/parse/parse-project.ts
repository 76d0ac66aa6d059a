import type { RuntimeConfig } from "../config/runtime-config.ts";
import { createDialect } from "../dialect/dialect.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { SourceFile } from "../project/source-file.ts";
import { checkManifest } from "./checks/check-manifest.ts";
import { buildDocIndex } from "./docs/doc-index.ts";
import { renderDescriptions } from "./docs/render-descriptions.ts";
import { createDraftManifest } from "./drafts/draft-manifest.ts";
import { settleDisabled } from "./drafts/settle-disabled.ts";
import { finishManifest } from "./finish-manifest.ts";
import { createLookups } from "./lookups.ts";
import { parseMacros } from "./macros/parse-macros.ts";
import { hasBehavior, type ParseEnvironment } from "./parse-environment.ts";
import { parseFiles } from "./parse-files.ts";
import { parsePropertiesFiles } from "./properties/parse-properties.ts";
import { resolveReferences } from "./references/resolve-references.ts";
import { inferPrimaryKeys } from "./resources/infer-primary-keys.ts";
import { resolveSemantics } from "./semantics/resolve-semantics.ts";
import { buildSources } from "./sources/build-sources.ts";
import { createPendingSources } from "./sources/pending-sources.ts";
import { createTemplates } from "./templates/create-templates.ts";
import { resolveUnitTests } from "./unit-tests/resolve-unit-tests.ts";

/**
 * Reads the project into its manifest: everything that dbt knows before it talks to a database.
 * Templates are rendered with `execute` false; nothing is compiled. `files` are those of the root,
 * of installed packages and of the built-in macro packages. Warnings go to `events`.
 *
 * The order is dbt's, and shows: macros, files with code, properties files, sources, references.
 */
export function parseProject(
  runtime: RuntimeConfig,
  files: readonly SourceFile[],
  events: EventBus,
  now: () => Date,
): Manifest {
  const manifest = createDraftManifest();
  const dialect = createDialect();
  const macros = parseMacros({ runtime, events, dialect, manifest }, files);
  const templates = createTemplates({ runtime, events, now, manifest, macros, dialect });
  const environment: ParseEnvironment = { runtime, events, manifest, templates };
  const lookups = createLookups(manifest);
  const sources = createPendingSources();

  parseFiles(environment, files);
  parsePropertiesFiles(environment, lookups, { files, sources });
  settleDisabled(manifest);
  lookups.refresh();
  buildSources(environment, lookups, sources);
  lookups.refresh();

  resolveReferences(environment, lookups);
  resolveUnitTests(manifest, lookups);
  const ownFirst = hasBehavior(environment, "require_ref_searches_node_package_before_root");
  renderDescriptions(
    environment,
    buildDocIndex(manifest.docs.values(), runtime.project.name, ownFirst),
  );
  resolveSemantics(environment, lookups);
  inferPrimaryKeys(manifest);
  checkManifest(environment);
  return finishManifest(environment);
}

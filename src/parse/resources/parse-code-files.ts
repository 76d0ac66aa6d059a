import type { SourceFile } from "../../project/source-file.ts";
import { createDraft } from "../drafts/create-draft.ts";
import { addNode } from "../drafts/draft-manifest.ts";
import type { Draft, DraftKind } from "../drafts/draft.ts";
import { startConfig, updateConfig } from "../drafts/update-config.ts";
import { fileStem, fqnPrefix } from "../fqn.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";
import { placeOfFile } from "./place-of-file.ts";

/** A seed: nothing of it is read here but its place and checksum. */
export function parseSeed(environment: ParseEnvironment, file: SourceFile): void {
  const draft = draftOf(environment, file, { kind: "seed", rawCode: "" });
  startConfig(environment, draft);
  finish(environment, draft);
}

export function parseAnalysis(environment: ParseEnvironment, file: SourceFile): void {
  const isCorrected = hasBehavior(environment, "require_corrected_analysis_fqns");
  const path = isCorrected ? file.path : `analysis/${file.path}`;
  renderAndFinish(environment, draftOf(environment, file, { kind: "analysis", path }));
}

export function parseSingularTest(environment: ParseEnvironment, file: SourceFile): void {
  const folders = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const path = `${folders}${fileStem(file.path)}.sql`;
  renderAndFinish(environment, draftOf(environment, file, { kind: "test", path }));
}

export interface DraftOptions {
  readonly kind: DraftKind;
  readonly path?: string;
  readonly rawCode?: string;
  readonly language?: string;
}

/** A draft of a file that holds one node, named after the file. */
export function draftOf(
  environment: ParseEnvironment,
  file: SourceFile,
  options: DraftOptions,
): Draft {
  const name = fileStem(file.path);
  const { kind, path = file.path, rawCode = file.text, language = "sql" } = options;
  return createDraft(environment, {
    kind,
    name,
    path,
    rawCode,
    language,
    packageName: file.packageName,
    uniqueId: `${kind}.${file.packageName}.${name}`,
    originalFilePath: file.originalFilePath,
    fqn: [...fqnPrefix(file.packageName, path), name],
    checksum: file.checksum,
    place: placeOfFile(file),
  });
}

/** Renders a node's code for its references and config calls, and adds it to the manifest. */
export function renderAndFinish(environment: ParseEnvironment, draft: Draft): void {
  startConfig(environment, draft);
  environment.templates.renderNode(draft, draft.rawCode);
  finish(environment, draft);
}

function finish(environment: ParseEnvironment, draft: Draft): void {
  updateConfig(environment, draft);
  addNode(environment.manifest, draft);
}

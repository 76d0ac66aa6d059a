import { unexpectedJinjaBlock } from "../../events/parse-deprecations.ts";
import { extractBlocks } from "../../dialect/extract-blocks.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { createDraft } from "../drafts/create-draft.ts";
import { fileStem, fqnPrefix } from "../fqn.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { renderAndFinish } from "./parse-code-files.ts";

/** The snapshot blocks of a file. Their fqn has the file's name in it. */
export function parseSnapshots(environment: ParseEnvironment, file: SourceFile): void {
  const { packageName, path, originalFilePath, checksum } = file;
  const blocks = extractBlocks(file.text, originalFilePath, {
    kinds: ["snapshot"],
    onUnexpected: ({ kind, place }) => {
      environment.events.emit(unexpectedJinjaBlock(kind, place));
    },
  });
  for (const block of blocks) {
    const draft = createDraft(environment, {
      kind: "snapshot",
      name: block.name,
      packageName,
      uniqueId: `snapshot.${packageName}.${block.name}`,
      path,
      originalFilePath,
      fqn: [...fqnPrefix(packageName, path), fileStem(path), block.name],
      rawCode: block.contents,
      checksum,
      place: block.place,
    });
    renderAndFinish(environment, draft);
  }
}

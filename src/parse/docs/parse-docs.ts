import { extractBlocks } from "../../dialect/extract-blocks.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { addUnique } from "../drafts/draft-manifest.ts";
import type { ParseEnvironment } from "../parse-environment.ts";

/** The docs blocks of a Markdown file. */
export function parseDocs({ manifest, templates }: ParseEnvironment, file: SourceFile): void {
  for (const block of extractBlocks(file.text, file.originalFilePath, { kinds: ["docs"] })) {
    const id = `doc.${file.packageName}.${block.name}`;
    const doc = {
      name: block.name,
      resource_type: "doc" as const,
      package_name: file.packageName,
      path: file.path,
      original_file_path: file.originalFilePath,
      unique_id: id,
      block_contents: templates.renderDocs(block.contents, block.place).trim(),
    };
    addUnique(manifest, manifest.docs, { id, value: doc, place: block.place });
  }
}

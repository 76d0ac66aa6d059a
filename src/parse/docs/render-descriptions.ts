import type { Place } from "../../errors/place.ts";
import type { ColumnInfo } from "../../manifest/node-parts.ts";
import { hasJinja } from "../../config/render-yaml-value.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { docCalls } from "./doc-calls.ts";
import type { DocIndex } from "./doc-index.ts";

interface Described {
  readonly packageName: string;
  readonly place: Place;
}

/** Renders all descriptions, and notes which docs blocks they use. */
export function renderDescriptions(environment: ParseEnvironment, docs: DocIndex): void {
  const { manifest } = environment;
  const render = (text: string, of: Described): string =>
    hasJinja(text) ? environment.templates.renderDescription(text, of.packageName, of.place) : text;
  const blocks = (text: string, from: string): string[] =>
    docCalls(text).flatMap(
      ({ name, packageName }) => docs.find(name, packageName, from)?.unique_id ?? [],
    );
  const columns = (
    all: Readonly<Record<string, ColumnInfo>>,
    of: Described,
  ): Record<string, ColumnInfo> =>
    Object.fromEntries(
      Object.entries(all).map(([key, column]) => {
        if (!hasJinja(column.description)) return [key, column];
        const used = blocks(column.description, of.packageName);
        return [key, { ...column, doc_blocks: used, description: render(column.description, of) }];
      }),
    );
  const placeOf = (id: string, path: string): Place => manifest.places.get(id) ?? { path };

  for (const node of [...manifest.nodes.values(), ...manifest.functions.values()]) {
    const of = { packageName: node.packageName, place: node.place };
    node.docBlocks = blocks(node.description, node.packageName);
    node.description = render(node.description, of);
    node.columns = columns(node.columns, of);
  }
  for (const source of manifest.sources.values()) {
    const of = {
      packageName: source.package_name,
      place: placeOf(source.unique_id, source.original_file_path),
    };
    source.doc_blocks = blocks(source.description, source.package_name);
    source.description = render(source.description, of);
    source.source_description = render(source.source_description, of);
    source.columns = columns(source.columns, of);
  }
  for (const macro of manifest.macros.values()) {
    const of = { packageName: macro.package_name, place: { path: macro.original_file_path } };
    macro.description = render(macro.description, of);
    macro.arguments = macro.arguments.map((each) => ({
      ...each,
      description: render(each.description, of),
    }));
  }
  for (const exposure of manifest.exposures.values()) {
    const of = {
      packageName: exposure.package_name,
      place: placeOf(exposure.unique_id, exposure.original_file_path),
    };
    exposure.description = render(exposure.description, of);
  }
}

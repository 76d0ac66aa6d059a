import type { EngineEvent } from "./engine-event.ts";

interface Shown {
  readonly name: string;
  readonly uniqueId: string;
  readonly isInline: boolean;
  readonly format: "json" | "text";
  readonly quiet: boolean;
}

/** `Compiled node 'x' is:` and its SQL; `--quiet` prints the SQL alone. */
export function compiledNode(shown: Shown & { readonly compiled: string }): EngineEvent {
  return {
    name: "CompiledNode",
    code: "Q042",
    level: "info",
    message: compiledText(shown),
    data: {
      node_name: shown.name,
      compiled: shown.compiled,
      is_inline: shown.isInline,
      output_format: shown.format,
      unique_id: shown.uniqueId,
      quiet: shown.quiet,
    },
  };
}

function compiledText(shown: Shown & { readonly compiled: string }): string {
  const { compiled } = shown;
  if (shown.format === "json") {
    const node = shown.isInline ? {} : { node: shown.name };
    return JSON.stringify({ ...node, compiled }, undefined, 2);
  }
  if (shown.quiet) return compiled;
  const title = shown.isInline ? "Compiled inline node is:" : `Compiled node '${shown.name}' is:`;
  return `${title}\n${compiled}`;
}

/**
 * `Previewing node 'x':` and its first rows.
 *
 * @param preview - the drawn table, or for JSON the list of rows as JSON text
 */
export function showNode(shown: Shown & { readonly preview: string }): EngineEvent {
  return {
    name: "ShowNode",
    code: "Q041",
    level: "info",
    message: previewText(shown),
    data: {
      node_name: shown.name,
      preview: shown.preview,
      is_inline: shown.isInline,
      output_format: shown.format,
      unique_id: shown.uniqueId,
      quiet: shown.quiet,
    },
  };
}

function previewText(shown: Shown & { readonly preview: string }): string {
  const { preview } = shown;
  if (shown.format === "json") {
    const node = shown.isInline ? "" : `  "node": ${JSON.stringify(shown.name)},\n`;
    return `{\n${node}  "show": ${preview}\n}`;
  }
  if (shown.quiet) return preview;
  const title = shown.isInline ? "Previewing inline node:" : `Previewing node '${shown.name}':`;
  return `${title}\n${preview}`;
}

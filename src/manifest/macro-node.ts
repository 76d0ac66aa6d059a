import type { JsonObject } from "../util/json.ts";
import type { DocsConfig, ResourceBase } from "./node-parts.ts";

export interface MacroArgument {
  readonly name: string;
  readonly type: string | null;
  readonly description: string;
}

export interface MacroNode extends ResourceBase {
  readonly resource_type: "macro";
  /** The whole block, from `{% macro` to `endmacro %}`. */
  readonly macro_sql: string;
  readonly depends_on: { readonly macros: readonly string[] };
  readonly description: string;
  readonly meta: JsonObject;
  readonly docs: DocsConfig;
  readonly config: { readonly meta: JsonObject; readonly docs: DocsConfig };
  readonly patch_path: string | null;
  readonly arguments: readonly MacroArgument[];
  readonly created_at: number;
  /** Materializations only. */
  readonly supported_languages: readonly string[] | null;
}

export interface DocNode extends ResourceBase {
  readonly resource_type: "doc";
  readonly block_contents: string;
}

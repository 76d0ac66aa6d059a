import { projectFile } from "../errors/config-errors.ts";
import {
  child,
  isMapping,
  isPresent,
  placeOf,
  readBoolean,
  readList,
  readMapping,
  readOptional,
  readString,
  readStringList,
  readStringOrList,
  required,
  wrongType,
} from "../yaml/typed-readers.ts";
import type { Located } from "../yaml/typed-readers.ts";
import type { DispatchRule, QueryComment } from "./project-config.ts";

const QUOTING_KEYS = ["database", "schema", "identifier", "project", "snowflake_ignore_case"];

/** `quoting:`; `project` is BigQuery's word for the database. */
export function readQuoting(at: Located): Readonly<Record<string, boolean>> {
  if (!isPresent(at)) return {};
  const quoting: Record<string, boolean> = {};
  for (const key of Object.keys(readMapping(at))) {
    const part = child(at, key);
    if (!QUOTING_KEYS.includes(key)) {
      throw projectFile(
        `"quoting" has no key "${key}": it takes ${QUOTING_KEYS.slice(0, 3).join(", ")}.`,
        placeOf(part),
      );
    }
    const value = readOptional(part, readBoolean);
    if (value !== undefined) quoting[key === "project" ? "database" : key] = value;
  }
  return quoting;
}

export function readDispatch(at: Located): readonly DispatchRule[] {
  if (at.value === undefined) return [];
  return readList(at).map((entry) => ({
    macroNamespace: readString(required(entry, "macro_namespace")),
    searchOrder: readStringList(required(entry, "search_order")),
  }));
}

/** `on-run-start` and `on-run-end`: one string or a list of them. */
export function readHooks(at: Located): readonly string[] {
  return readOptional(at, readStringOrList) ?? [];
}

/**
 * `query-comment:` as text, as a mapping, or null and "" for none. Undefined where the key is
 * absent.
 */
export function readQueryComment(at: Located): QueryComment | undefined {
  if (at.value === undefined) return undefined;
  if (at.value === null) return { comment: "", append: false, jobLabel: false };
  if (typeof at.value === "string") return { comment: at.value, append: false, jobLabel: false };
  if (!isMapping(at.value)) return wrongType(at, "a string or a mapping");
  const comment = child(at, "comment");
  return {
    comment: comment.value === undefined ? undefined : (readOptional(comment, readString) ?? ""),
    append: readOptional(child(at, "append"), readBoolean) ?? false,
    jobLabel: readOptional(child(at, "job-label"), readBoolean) ?? false,
  };
}

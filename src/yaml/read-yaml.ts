import { parseEvents, YAMLException } from "js-yaml";
import type { Event } from "js-yaml";
import type { Place } from "../errors/place.ts";
import { yamlSyntax } from "../errors/yaml-errors.ts";
import { bug } from "../errors/bug.ts";
import { composeYaml } from "./compose-yaml.ts";
import { findPlace } from "./place-tree.ts";
import type { YamlDocument } from "./yaml-document.ts";
import { yamlSyntaxHint } from "./yaml-syntax-hint.ts";

export interface ReadYamlOptions {
  /** The file may hold secrets: errors show its keys, and no value. */
  readonly secret?: boolean;
}

/**
 * Reads one YAML document by PyYAML's rules (YAML 1.1). An empty file is null. A text that is not
 * YAML is an error with its line.
 */
export function readYaml(text: string, path: string, options: ReadYamlOptions = {}): YamlDocument {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const place = placesIn(source, path, options.secret === true);
  const fail = (reason: string, offset: number): never => {
    const at = place(offset);
    throw yamlSyntax(reason, at, yamlSyntaxHint(reason, source, at.line));
  };
  const composed = composeYaml(source, parse(source, fail), fail);
  return {
    value: composed.value,
    path,
    placeOf: (at) => place(findPlace(composed.places, at).at),
    placeOfValue: (at) => place(findPlace(composed.places, at).valueAt),
    duplicateKeys: composed.duplicates.map(({ key, offset }) => ({ key, place: place(offset) })),
  };
}

function parse(source: string, fail: (reason: string, offset: number) => never): Event[] {
  try {
    return parseEvents(source, { maxDepth: 1000 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw bug("the YAML parser failed", error);
    return fail(error.reason, error.mark?.position ?? 0);
  }
}

/** Offsets to places; the index of line starts is built on the first question. */
function placesIn(source: string, path: string, secret: boolean): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(source);
    const line = lastAtOrBefore(starts, offset);
    const column = Array.from(source.slice(starts[line], offset)).length + 1;
    return { path, line: line + 1, column, text: secret ? keyOnly(source, line) : source };
  };
}

/** What of a file with secrets may be shown: the key that starts the line at fault. */
function keyOnly(source: string, line: number): string {
  const key = /^\s*[\w-]+:(?=\s|$)/.exec(source.split("\n")[line] ?? "");
  return `${"\n".repeat(line)}${key === null ? "" : `${key[0]} ...`}`;
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1))
    starts.push(at + 1);
  return starts;
}

/** Index of the last element that is at most `offset`; `starts` ascends from 0. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

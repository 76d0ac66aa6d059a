import type { Place } from "../errors/place.ts";

/**
 * What PyYAML's SafeLoader gives: null, boolean, number, bigint, string, PyFloat, PyDate,
 * PyDateTime, arrays and plain objects. Keys that are not strings become their Python `str()`.
 */
export type YamlValue = unknown;

export type YamlPath = readonly (string | number)[];

export interface YamlDocument {
  readonly value: YamlValue;
  /** Path of the file, as given to the reader. */
  readonly path: string;
  /** Where the key or list item at `path` stands; the nearest known parent if it has no place. */
  placeOf(path: YamlPath): Place;
  /** Where the value at `path` starts: after `key: `, or the item itself. */
  placeOfValue(path: YamlPath): Place;
  /** Keys that occur twice in one mapping (the last one wins, as in PyYAML). */
  readonly duplicateKeys: readonly DuplicateKey[];
}

export interface DuplicateKey {
  readonly key: string;
  /** The second occurrence. */
  readonly place: Place;
}

import { externalPartition } from "../../errors/source-errors.ts";
import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import {
  child,
  isPresent,
  placeOf,
  readList,
  readMapping,
  readOptional,
  readString,
} from "../../yaml/typed-readers.ts";
import { asJson } from "../as-json.ts";

const TEXTS = ["location", "file_format", "row_format", "tbl_properties"] as const;

/** `external:` of a source's table, with the user's own keys. */
export function readExternal(at: Located): Json {
  if (!isPresent(at)) return null;
  const given = readMapping(at);
  const texts = TEXTS.map((key) => [key, readOptional(child(at, key), readString) ?? null]);
  const partitions = readOptional(child(at, "partitions"), readList)?.map(readPartition) ?? null;
  return asJson({ ...given, ...Object.fromEntries(texts), partitions });
}

function readPartition(at: Located): unknown {
  if (typeof at.value === "string") return at.value;
  const given = readMapping(at);
  const partition = { name: "", description: "", data_type: "", meta: {}, ...given };
  if (partition.name === "" || partition.data_type === "") throw externalPartition(placeOf(at));
  return partition;
}

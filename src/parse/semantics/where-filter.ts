import type { Json } from "../../util/json.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import { isPresent, readStringOrList } from "../../yaml/typed-readers.ts";

/** `filter:` and `where:`, a text or a list of texts, as the semantic manifest holds them. */
export function readWhereFilter(at: Located): Json {
  if (!isPresent(at)) return null;
  return { where_filters: readStringOrList(at).map((text) => ({ where_sql_template: text })) };
}

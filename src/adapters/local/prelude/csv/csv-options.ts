import type { CsvFormat } from "../../../../util/csv-record.ts";
import { SPARK_CSV } from "../../../../util/csv-record.ts";
import { toJsonOptions } from "../json/to-json.ts";

export interface CsvOptions {
  readonly format: CsvFormat;
  readonly zone: string;
  /** By lower-case name. */
  readonly values: ReadonlyMap<string, string>;
}

const known = new Map<string, CsvOptions>();

/** The options of from_csv and to_csv from their JSON text. */
export function readCsvOptions(text: string, zone: string): CsvOptions {
  const key = `${zone} ${text}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const { zone: own, values } = toJsonOptions(text, zone);
  const format: CsvFormat = {
    separator: values.get("sep") ?? values.get("delimiter") ?? SPARK_CSV.separator,
    quote: values.get("quote") ?? SPARK_CSV.quote,
    escape: values.get("escape") ?? SPARK_CSV.escape,
  };
  const options = { format, zone: own, values };
  if (known.size < 200) known.set(key, options);
  return options;
}

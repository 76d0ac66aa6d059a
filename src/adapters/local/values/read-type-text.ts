import { bug } from "../../../errors/bug.ts";
import type { SparkType, StructField } from "../../../sql/spark-type.ts";

const known = new Map<string, SparkType>();

/** Reads the DDL text that `sparkTypeText` writes; other spellings are a bug. */
export function readTypeText(text: string): SparkType {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const reader = { text, at: 0 };
  const type = readType(reader);
  if (known.size < 500) known.set(text, type);
  return type;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readType(reader: Reader): SparkType {
  const word = takeMatch(
    reader,
    /[a-z_]+(?: (?:year|month|day|hour|minute|second)(?: to (?:month|hour|minute|second))?)?/y,
  );
  if (word === "array") return { kind: "array", element: readInside(reader) };
  if (word === "map") {
    reader.at++;
    const key = readType(reader);
    reader.at++;
    const value = readType(reader);
    reader.at++;
    return { kind: "map", key, value };
  }
  if (word === "struct") return { kind: "struct", fields: readFields(reader) };
  const size = /\((\d+)(?:,(\d+))?\)/y;
  size.lastIndex = reader.at;
  const numbers = size.exec(reader.text);
  reader.at += numbers?.[0].length ?? 0;
  return simpleType(word, Number(numbers?.[1] ?? 0), Number(numbers?.[2] ?? 0));
}

function readInside(reader: Reader): SparkType {
  reader.at++;
  const type = readType(reader);
  reader.at++;
  return type;
}

function readFields(reader: Reader): readonly StructField[] {
  const fields: StructField[] = [];
  reader.at++;
  while (reader.text[reader.at] !== ">") {
    const end = reader.text.indexOf(":", reader.at);
    if (end < 0) throw bug(`the type "${reader.text}" breaks off at ${reader.at}`);
    const name = reader.text.slice(reader.at, end);
    reader.at = end + 1;
    fields.push({ name, type: readType(reader) });
    if (reader.text[reader.at] === ",") reader.at++;
  }
  reader.at++;
  return fields;
}

function takeMatch(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found === undefined) throw bug(`the type "${reader.text}" breaks off at ${reader.at}`);
  reader.at += found.length;
  return found;
}

const SIMPLE = [
  "tinyint",
  "smallint",
  "int",
  "bigint",
  "float",
  "double",
  "string",
  "binary",
  "boolean",
  "date",
  "timestamp",
  "timestamp_ntz",
  "interval",
  "void",
  "unknown",
] as const;

function simpleType(word: string, first: number, second: number): SparkType {
  if (word === "decimal") return { kind: "decimal", precision: first, scale: second };
  if (word === "char" || word === "varchar") return { kind: word, length: first };
  const interval = /^interval (\w+)(?: to (\w+))?$/.exec(word);
  if (interval !== null) return intervalType(interval[1] ?? "", interval[2] ?? interval[1] ?? "");
  const kind = SIMPLE.find((name) => name === word);
  if (kind === undefined) throw bug(`"${word}" is no Spark type`);
  return { kind };
}

function intervalType(from: string, to: string): SparkType {
  const isMonths = from === "year" || from === "month";
  if (isMonths && (to === "year" || to === "month")) return { kind: "year-month", from, to };
  const day = (["day", "hour", "minute", "second"] as const).filter(
    (name) => name === from || name === to,
  );
  return { kind: "day-time", from: day[0] ?? "day", to: day[1] ?? day[0] ?? "second" };
}

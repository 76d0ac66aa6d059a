import { expect, test } from "vitest";
import { SPARK_CSV, splitCsvRecord } from "./csv-record.ts";

// Expected: from_csv of Spark 3.5 with string columns.
test.each([
  ["1,x", ["1", "x"]],
  ["", [""]],
  ['3,"a,b",9', ["3", "a,b", "9"]],
  ['"q\\"t",b', ['q"t', "b"]],
  ['"a""b",c\\,d', ['"a""b"', "c\\", "d"]],
  ["a\nb,1", ["a\nb", "1"]],
])("%j", (text, fields) => {
  expect(splitCsvRecord(text, SPARK_CSV)).toEqual(fields);
});

test("other separators and quotes", () => {
  const format = { separator: ";", quote: "'", escape: "\\" };
  expect(splitCsvRecord("'a;b';c,d", format)).toEqual(["a;b", "c,d"]);
});

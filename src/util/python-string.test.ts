import { expect, test } from "vitest";
import { unquotePythonString } from "./python-string.ts";

// Expected: CPython's ast.literal_eval.
test.each([
  [String.raw`'a\nb\tc\\'`, "a\nb\tc\\"],
  [String.raw`"\x41\u00e9\U0001F986\101\0"`, "Aé🦆A\0"],
  [String.raw`r'\n'`, "\\n"],
  [String.raw`'\d'`, "\\d"],
  ["'''it's\n\"so\"'''", 'it\'s\n"so"'],
  ["'a\\\nb'", "ab"],
  ["u'x'", "x"],
  ["''", ""],
])("%j is %j", (literal, text) => {
  expect(unquotePythonString(literal)).toBe(text);
});

test.each(["b'x'", "f'x'", "'open", "1"])("%s is no plain string", (literal) => {
  expect(unquotePythonString(literal)).toBeUndefined();
});

import { expect, test } from "vitest";
import { translatePattern } from "./translate-pattern.ts";

const NONE = { ignoreCase: false, multiline: false, dotAll: false, verbose: false, ascii: false };

test("flags at the start may be in several groups", () => {
  const { source, flags } = translatePattern("(?i)(?s)a.b", NONE);

  expect(source).toBe("a[^]b");
  expect(flags).toEqual({ ...NONE, ignoreCase: true, dotAll: true });
});

test("named groups and their references are written as JavaScript does", () => {
  expect(translatePattern("(?P<x>a)(?P=x)", NONE).source).toBe("(?<x>a)\\k<x>");
});

test("a brace that is no repetition is a character", () => {
  expect(translatePattern("a{,3}{b}", NONE).source).toBe("a{0,3}\\{b\\}");
});

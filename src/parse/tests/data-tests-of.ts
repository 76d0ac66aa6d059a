import { testsAndDataTests } from "../../errors/parse-errors.ts";
import type { Located } from "../../yaml/typed-readers.ts";
import { child, isPresent, keyText, placeOf, readList } from "../../yaml/typed-readers.ts";
import { readGiven } from "../properties/read-given.ts";

/** The items of `data_tests:`, or of `tests:` as it was called before. Both at once is an error. */
export function dataTestsOf(at: Located): readonly Located[] {
  const old = child(at, "tests");
  const current = child(at, "data_tests");
  if (isPresent(old) && current.value !== undefined)
    throw testsAndDataTests(keyText(at), placeOf(old));
  return readGiven(isPresent(old) ? old : current, readList) ?? [];
}

import type { Place } from "../../errors/place.ts";

/**
 * The place where `word` stands quoted in a file, as it does in `ref('word')`; the given place if it
 * does not stand there literally.
 */
export function findCall(place: Place, word: string): Place {
  if (place.text === undefined || place.line !== undefined) return place;
  const found = ["'", '"']
    .map((quote) => place.text?.indexOf(quote + word + quote) ?? -1)
    .filter((at) => at >= 0);
  if (found.length === 0) return place;
  const before = place.text.slice(0, Math.min(...found) + 1);
  const lines = before.split("\n");
  return { ...place, line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}

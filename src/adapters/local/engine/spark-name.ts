/** A name as Spark's messages print it: each part in backquotes. */
export function sparkName(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split("."))
    .map((part) => `\`${part.replaceAll("`", "``").replaceAll('"', "")}\``)
    .join(".");
}

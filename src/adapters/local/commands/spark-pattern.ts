/**
 * Spark's pattern of SHOW ... LIKE: `*` is any text, `|` separates alternatives, letter case does
 * not count; the rest is a regular expression (StringUtils.filterPattern).
 */
export function matchesPattern(name: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  return pattern.split("|").some((part) => {
    const source = part.trim().replaceAll("*", ".*");
    try {
      return new RegExp(`^(?:${source})$`, "i").test(name);
    } catch {
      // As Spark does: a part that is no regular expression matches nothing.
      return false;
    }
  });
}

import type { DraftManifest } from "../drafts/draft-manifest.ts";

/** Where every generic test's model comes from, whatever else it calls. */
const GET_WHERE_SUBQUERY = "get_where_subquery";

/**
 * The macros that a generic test can have in `depends_on`: its own, `get_where_subquery`, and what
 * those call. As in dbt, which renders tests with no others in reach: a macro in an argument counts
 * only if the test calls it too.
 */
export function testMacros(
  manifest: DraftManifest,
  findMacro: (packageName: string, name: string) => string | undefined,
): (packageName: string, testMacro: string | undefined) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (packageName, testMacro) => {
    const start = [findMacro(packageName, GET_WHERE_SUBQUERY), testMacro].filter(
      (id) => id !== undefined,
    );
    const key = start.join();
    const found = known.get(key) ?? calledFrom(manifest, start);
    known.set(key, found);
    return found;
  };
}

function calledFrom(manifest: DraftManifest, start: readonly string[]): ReadonlySet<string> {
  const reached = new Set(start);
  // A set visits what is added while it is walked.
  for (const id of reached) {
    for (const called of manifest.macros.get(id)?.depends_on.macros ?? []) reached.add(called);
  }
  return reached;
}

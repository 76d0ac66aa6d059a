/** A `doc()` call: name, and the package if it is given. */
export interface DocCall {
  readonly name: string;
  readonly packageName: string | null;
}

const CALL = /\{\{[-+]?\s*doc\s*\(([^)]*)\)\s*[-+]?\}\}/g;
const TEXT = /'([^']*)'|"([^"]*)"/g;

/** The `doc()` calls with literal arguments that stand alone in an expression of a description. */
export function docCalls(description: string): DocCall[] {
  if (!description.includes("doc")) return [];
  return Array.from(description.matchAll(CALL), ([, args = ""]) => callOf(args)).filter(
    (call) => call !== undefined,
  );
}

function callOf(args: string): DocCall | undefined {
  const [first, second, third] = Array.from(
    args.matchAll(TEXT),
    ([, single, double]) => single ?? double ?? "",
  );
  if (first === undefined || third !== undefined) return undefined;
  return second === undefined
    ? { name: first, packageName: null }
    : { name: second, packageName: first };
}

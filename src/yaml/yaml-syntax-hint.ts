/** One way on from a syntax error, guessed from the line at which the parser stopped. */
export function yamlSyntaxHint(
  reason: string,
  source: string,
  line: number | undefined,
): string | undefined {
  const lines = source.split("\n");
  const at = lines[(line ?? 1) - 1] ?? "";
  const before = lines[(line ?? 1) - 2] ?? "";
  if (/^\s*\t/.test(at) || reason.includes("tab")) {
    return "YAML indents with spaces. Replace the tab with spaces.";
  }
  if (/(?:[:-]\s+)\{\{/.test(at) || reason.includes("cannot be a key")) {
    return 'Put quotes around a value that starts with Jinja: key: "{{ ... }}".';
  }
  if (/(?:[:-]\s+)\{%/.test(at)) {
    return 'Put quotes around a value that holds Jinja: key: "{% ... %}".';
  }
  if (/:\s+[^"'\s][^"']*:\s/.test(`${at} `)) {
    return "Put quotes around a value that holds a colon.";
  }
  if (/:\s+[@`%]/.test(at)) return "Put quotes around a value that starts with @, ` or %.";
  if (hasOddQuotes(at) || hasOddQuotes(before)) return "A quote that was opened is not closed.";
  if (/indentation|expected/.test(reason)) {
    return "Keys of one mapping, and the dashes of one list, start in the same column.";
  }
  return undefined;
}

function hasOddQuotes(line: string): boolean {
  return (line.match(/"/g)?.length ?? 0) % 2 === 1 || (line.match(/'/g)?.length ?? 0) % 2 === 1;
}

interface Stopped {
  /** What the parser expected. */
  readonly reason: string;
  /** The line at which it stopped, and the one before. */
  readonly line: string;
  readonly before: string;
}

const HINTS: readonly (readonly [(at: Stopped) => boolean, string])[] = [
  [
    ({ reason, line }) => /^\s*\t/.test(line) || reason.includes("tab"),
    "YAML indents with spaces. Replace the tab with spaces.",
  ],
  [
    ({ reason, line }) => /[:-]\s+\{[{%]/.test(line) || reason.includes("cannot be a key"),
    'Put quotes around a value that starts with Jinja: key: "{{ ... }}".',
  ],
  [
    ({ line }) => /:\s+[^"'\s][^"']*:\s/.test(`${line} `),
    "Put quotes around a value that holds a colon.",
  ],
  [({ line }) => /:\s+[@`%]/.test(line), "Put quotes around a value that starts with @, ` or %."],
  [
    ({ line, before }) => hasOddQuotes(line) || hasOddQuotes(before),
    "A quote that was opened is not closed.",
  ],
  [
    ({ reason }) => /indentation|expected/.test(reason),
    "Keys of one mapping, and the dashes of one list, start in the same column.",
  ],
];

/** One way on from a syntax error, guessed from the line at which the parser stopped. */
export function yamlSyntaxHint(
  reason: string,
  source: string,
  line: number | undefined,
): string | undefined {
  const lines = source.split("\n");
  const index = (line ?? 1) - 1;
  const at = { reason, line: lines[index] ?? "", before: lines[index - 1] ?? "" };
  return HINTS.find(([applies]) => applies(at))?.[1];
}

function hasOddQuotes(line: string): boolean {
  return [/"/g, /'/g].some((quote) => (line.match(quote)?.length ?? 0) % 2 === 1);
}

/** What a statement does to the world, as far as its first words say. */
export interface StatementKind {
  /** It only reads, or it makes or drops what is there or not: running it twice does no harm. */
  readonly isHarmless: boolean;
  /** It leaves the same behind when it runs again after it failed. */
  readonly isRepeatable: boolean;
  /** The temporary view that it makes, in lower case. */
  readonly makesView: string | undefined;
  readonly dropsView: string | undefined;
}

const COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;
const QUERY = /^(?:select|show|describe|desc|explain|values|table)\b/i;
const WITH = /^\(*\s*with\b/i;
const WRITES = /\b(?:insert|merge|update|delete|create)\b/i;
const NAME = "((?:`[^`]+`|[\\w.])+)";
const MAKES_VIEW = new RegExp(
  `^create\\s+(?:or\\s+replace\\s+)?(?:global\\s+)?temp(?:orary)?\\s+view\\s+(?:if\\s+not\\s+exists\\s+)?${NAME}`,
  "i",
);
const DROPS_VIEW = new RegExp(`^drop\\s+view\\s+(?:if\\s+exists\\s+)?${NAME}`, "i");
/** None of these reads what it writes. */
const HARMLESS =
  /^(?:create\s+or\s+replace\s+(?:(?:global\s+)?temp(?:orary)?\s+)?view\s+|drop\s+\w+\s+if\s+exists\s+|create\s+(?:schema|database)\s+if\s+not\s+exists\s+|refresh\s+|use\s+|set\s+)/i;
const REPEATABLE = /^(?:create\s+or\s+replace\s+|insert\s+overwrite\s+)/i;

/** Errs on the side of "it writes": only what certainly does no harm is called harmless. */
export function statementKind(sql: string): StatementKind {
  const text = sql.replace(COMMENTS, "");
  const isQuery = QUERY.test(text) || (WITH.test(text) && !WRITES.test(text));
  const isHarmless = isQuery || HARMLESS.test(text);
  return {
    isHarmless,
    isRepeatable: isHarmless || REPEATABLE.test(text),
    makesView: viewName(MAKES_VIEW.exec(text)),
    dropsView: viewName(DROPS_VIEW.exec(text)),
  };
}

function viewName(match: RegExpExecArray | null): string | undefined {
  return match?.[1]?.replaceAll("`", "").toLowerCase();
}

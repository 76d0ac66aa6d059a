/** One of the lines that show progress: `1 of 5 START sql view model s.n ......... [RUN]`. */
export interface OutputLine {
  readonly message: string;
  /** The word in brackets: `RUN`, `OK`, `FAIL 3`. */
  readonly status: string;
  /** 1-based place in the run; absent where the line has no counter. */
  readonly index?: number | undefined;
  readonly total?: number | undefined;
  readonly executionSeconds?: number | undefined;
  /** Columns to fill with dots (`--printer-width`). */
  readonly width: number;
  /** Cut at the width (hooks). */
  readonly truncate?: boolean;
}

/** dbt's progress line, without timestamp or colours. Scripts read it, so it is stable. */
export function formatOutputLine(line: OutputLine): string {
  const progress =
    line.index === undefined || line.total === undefined ? "" : `${line.index} of ${line.total} `;
  let text = `${progress}${line.message} `.padEnd(line.width, ".");
  if (line.truncate && text.length > line.width - 3) text = `${text.slice(0, line.width - 3)}...`;
  const time =
    line.executionSeconds === undefined ? "" : ` in ${line.executionSeconds.toFixed(2)}s`;
  return `${text} [${line.status}${time}]`;
}

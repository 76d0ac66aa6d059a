/** Where output goes: a stream of the process, or anything that takes text. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What the outside world gives an invocation. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Process id, for logs. */
  readonly pid: number;
  /** Whether another process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly ask?: ((question: string, fallback: string) => Promise<string>) | undefined;
}

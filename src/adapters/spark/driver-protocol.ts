import { deflateSync, inflateSync } from "node:zlib";
import { adapterProtocolError } from "../../errors/session-errors.ts";

/** One piece of work for a lane of the session. */
export interface DriverWork {
  /** Unique in the session: submitting it twice runs it once. */
  readonly id: string;
  readonly lane: string;
  readonly kind: "sql" | "python" | "rows";
  /** SQL, Python, or the JSON of a `StagedRows`. */
  readonly text: string;
  readonly description: string;
  /** The lane's current database, as long as nobody said USE. */
  readonly database?: string;
  readonly limit?: number;
  readonly conf?: Readonly<Record<string, string>>;
}

/** What one `step` statement hands over. */
export interface StepRequest {
  readonly submit: readonly DriverWork[];
  readonly cancel: readonly string[];
  /** First parts of work ids (up to the `_`) of runs that were killed: all their work is cancelled. */
  readonly abandon?: readonly string[];
  /** Lanes that end. */
  readonly close: readonly string[];
  /** Results that the client has, to be forgotten. */
  readonly ack: readonly string[];
  /** Ids whose results are wanted. */
  readonly waiting: readonly string[];
  /** Id -> row from which on its result is wanted. */
  readonly pages: Readonly<Record<string, number>>;
  /** Seconds to wait for the first result. */
  readonly wait: number;
  /** Seconds to wait, after the first result, for others to come with it. */
  readonly linger?: number;
  /** Characters of rows that an answer may hold. */
  readonly budget: number;
}

export interface WorkPage {
  readonly ok: true;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
  readonly from: number;
  /** Where the following page starts; absent on the last one. */
  readonly next?: number;
}

export interface WorkFailure {
  readonly ok: false;
  /** The interpreter has never heard of the id: it was restarted, and what became of the work is not known. */
  readonly unknown?: boolean;
  /** Python's exception class, e.g. `AnalysisException`. */
  readonly name?: string;
  readonly message?: string;
  readonly errorClass?: string | null;
  readonly sqlState?: string | null;
  readonly cause?: string;
  /** Where a Python model's code was: its 1-based line; null where it was not in it. */
  readonly line?: number | null;
  readonly traceback?: string;
}

export interface StepAnswer {
  readonly done: Readonly<Record<string, WorkPage | WorkFailure>>;
  /** Python threads map to JVM threads, so that one lane's jobs can be cancelled. */
  readonly pinned: boolean;
}

/** A request as it travels inside Python source: never any text of the user's. */
export function packRequest(request: StepRequest): string {
  const text = JSON.stringify(request, (_key, value: unknown) =>
    typeof value === "string" ? wellFormed(value) : value,
  );
  return deflateSync(Buffer.from(text, "utf8")).toString("base64");
}

/** Half of a surrogate pair is no character: it becomes U+FFFD, as in all text that is encoded. */
function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? Buffer.from(text, "utf8").toString("utf8") : text;
}

export function unpackRequest(payload: string): StepRequest {
  return JSON.parse(inflateSync(Buffer.from(payload, "base64")).toString("utf8")) as StepRequest;
}

/** Frames an answer so that it is found among whatever else was printed. The text is ASCII. */
export function frameAnswer(nonce: string, answer: object): string {
  const text = JSON.stringify(answer).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `\n@@${nonce}:${text.length}:${text}@@`;
}

/** The framed answer in a statement's text, or undefined if there is none. */
export function findAnswer(output: string, nonce: string): unknown {
  const mark = `@@${nonce}:`;
  const start = output.indexOf(mark);
  if (start < 0) return undefined;
  const colon = output.indexOf(":", start + mark.length);
  const length = Number(output.slice(start + mark.length, colon));
  const text = output.slice(colon + 1, colon + 1 + length);
  if (!Number.isInteger(length) || text.length !== length)
    throw adapterProtocolError(`an answer of ${text.length} characters instead of ${length}`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw adapterProtocolError("an answer that is not JSON", cause);
  }
}

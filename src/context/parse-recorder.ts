import type { RefArgs } from "../manifest/node-parts.ts";
import type { DbtRelation } from "./relation.ts";

/** Takes down what a template says about its node while it is parsed. */
export interface ParseRecorder {
  ref(ref: RefArgs): void;
  source(source: string, table: string): void;
  /** Name, or package and name. */
  metric(call: readonly string[]): void;
  function(call: readonly string[]): void;
  /** One `config(...)` call, its values as plain data. */
  config(call: Record<string, unknown>): void;
}

/** The node whose template is rendered. */
export interface ParseSubject {
  readonly uniqueId: string;
  readonly name: string;
  readonly packageName: string;
  readonly kind: string;
  readonly recorder: ParseRecorder;
  /** The node by dbt's field names, as far as it is known. */
  facts(): Readonly<Record<string, unknown>>;
  /** Where its rows would live, as far as it is known; what `ref()` gives while parsing. */
  relation(): DbtRelation;
}

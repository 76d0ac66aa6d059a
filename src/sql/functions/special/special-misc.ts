import { atom } from "../../generator/scope/typed-sql.ts";
import { quoteString } from "../../quote-name.ts";
import { BIGINT, INT, STRING } from "../../types/spark-types.ts";
import { emitArguments } from "../call-arguments.ts";
import type { SpecialFunction } from "../function-spec.ts";

export const currentSchemaFunction: SpecialFunction = (_call, scope) =>
  atom(quoteString(scope.emitter.catalog.currentSchema), STRING);

/** Spark's Murmur3 hash: the type decides how a value is hashed, so it goes along. */
export const hashFunction: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 1, Infinity);
  const seeded = args.reduce(
    (seed, arg) => `sp_hash_${hashKind(arg.type.kind)}(${arg.sql}, ${seed})`,
    "42",
  );
  return atom(seeded, INT);
};

export const xxhash64Function: SpecialFunction = (call, scope) => {
  const args = emitArguments(call, scope, 1, Infinity);
  const seeded = args.reduce(
    (seed, arg) => `sp_xxhash64_${hashKind(arg.type.kind)}(${arg.sql}, ${seed})`,
    "42",
  );
  return atom(seeded, BIGINT);
};

function hashKind(kind: string): string {
  return kind === "smallint" || kind === "tinyint" ? "int" : kind;
}

import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import { findFunction } from "../../functions/find-function.ts";
import type { Call, FoundFunction } from "../../functions/function-spec.ts";
import { placeNamedArguments } from "../../functions/named-arguments.ts";
import { quoteName } from "../../quote-name.ts";
import { UNKNOWN } from "../../types/spark-types.ts";
import { applyOverloads } from "./apply-overload.ts";
import { finishAggregate } from "./finish-aggregate.ts";
import { expandStar } from "../scope/expand-star.ts";
import { isOrdered } from "./emit-window.ts";
import type { Scope } from "../scope/scope.ts";
import { atom, type TypedSql } from "../scope/typed-sql.ts";

/** A function call: by the table of functions, or one that the user registered. */
export function emitCall(written: Call, scope: Scope): TypedSql {
  const call = placeNamedArguments(withStarsExpanded(written, scope), scope);
  const name = call.name.at(-1) ?? "";
  const found = findFunction(name);
  if (found === undefined) return emitUserFunction(call, name, scope);
  if (found.kind !== "aggregate" && found.kind !== "window") rejectAggregateClauses(call, scope);
  if (found.kind === "window" && call.over === undefined) {
    throw sqlRuleBroken(`the window function "${name}" needs OVER`, scope.emitter.place(call.at));
  }
  if (found.kind === "window") checkWindowOrder(call, scope);
  const value = emitFound(found, call, scope);
  return found.kind === "scalar" ? value : finishAggregate(value, call, scope);
}

/** Ranks, lag and the like mean nothing without an order, and take no frame: Spark refuses both. */
function checkWindowOrder(call: Call, scope: Scope): void {
  if (call.over === undefined) return;
  const hasFrame = !("name" in call.over) && call.over.frame !== undefined;
  if (hasFrame && call.name.at(-1) !== "nth_value") {
    const problem = `the window function "${call.name.join(".")}" takes no frame`;
    throw sqlRuleBroken(problem, scope.emitter.place(call.at));
  }
  if (isOrdered(call.over, scope)) return;
  const problem = `the window function "${call.name.join(".")}" needs ORDER BY in its window`;
  throw sqlRuleBroken(problem, scope.emitter.place(call.at));
}

/** `struct(*)`, `count(DISTINCT t.*)`: a star as an argument is all columns. count(*) keeps it. */
function withStarsExpanded(call: Call, scope: Scope): Call {
  const [first] = call.args;
  const isCountAll = call.name.at(-1) === "count" && call.args.length === 1 && !call.distinct;
  const isPlainStar =
    first?.kind === "star" && first.qualifier.length === 0 && first.except.length === 0;
  if (isCountAll && isPlainStar) return call;
  if (!call.args.some((arg) => arg.kind === "star")) return call;
  const args = call.args.flatMap((arg) => (arg.kind === "star" ? expandStar(arg, scope) : [arg]));
  return { ...call, args };
}

function emitFound(found: FoundFunction, call: Call, scope: Scope): TypedSql {
  const { spec } = found;
  if (typeof spec === "function") return spec(call, scope);
  return applyOverloads(typeof spec === "string" ? [spec] : spec, call, scope);
}

function rejectAggregateClauses(call: Call, scope: Scope): void {
  const clause = call.distinct
    ? "DISTINCT"
    : call.filter !== undefined
      ? "FILTER"
      : call.over !== undefined
        ? "OVER"
        : undefined;
  if (clause === undefined) return;
  const problem = `${clause} goes with aggregate functions only, and "${call.name.join(".")}" is none`;
  throw sqlRuleBroken(problem, scope.emitter.place(call.at));
}

function emitUserFunction(call: Call, name: string, scope: Scope): TypedSql {
  if (!scope.emitter.catalog.isUserFunction(name)) {
    throw scope.emitter.notSupported(`the function "${call.name.join(".")}"`, call.at);
  }
  const args = call.args.map((arg) => scope.emitter.emitExpression(arg, scope).sql);
  return atom(`${quoteName(name)}(${args.join(", ")})`, UNKNOWN);
}

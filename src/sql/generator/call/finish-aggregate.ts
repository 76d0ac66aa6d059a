import { CORE_END, CORE_FILTER, CORE_START } from "../../functions/aggregate-marks.ts";
import { sqlRuleBroken } from "../../../errors/sql-errors.ts";
import type { Call } from "../../functions/function-spec.ts";
import { asCondition } from "../expression/emit-comparison.ts";
import { emitOver } from "./emit-window.ts";
import type { Scope } from "../scope/scope.ts";
import type { TypedSql } from "../scope/typed-sql.ts";

const MARKED = new RegExp(`${CORE_START}([^${CORE_START}${CORE_END}]*)${CORE_END}`, "g");

/** What Spark refuses over a window. */
function checkWindow(call: Call, scope: Scope): void {
  if (call.over === undefined) return;
  const clause = call.distinct ? "DISTINCT" : call.filter === undefined ? undefined : "FILTER";
  if (clause === undefined) return;
  throw sqlRuleBroken(
    `an aggregate over a window takes no ${clause}`,
    scope.emitter.place(call.at),
  );
}

/** DISTINCT, FILTER, IGNORE NULLS and OVER, put on each call that is marked (or on the whole). */
export function finishAggregate(value: TypedSql, call: Call, scope: Scope): TypedSql {
  checkWindow(call, scope);
  if (!value.sql.includes(CORE_START)) return { ...value, sql: finishCore(value.sql, call, scope) };
  const sql = value.sql.replace(MARKED, (_all, core: string) => finishCore(core, call, scope));
  return { ...value, sql };
}

function finishCore(text: string, call: Call, scope: Scope): string {
  const [core = "", own] = text.split(CORE_FILTER);
  const distinct =
    call.distinct && !core.includes("(DISTINCT ") ? core.replace("(", "(DISTINCT ") : core;
  const isWindow = call.over !== undefined;
  const ignores = call.nulls === "ignore" && isWindow;
  const nulls = ignores ? distinct.replace(/\)$/, " IGNORE NULLS)") : distinct;
  const conditions = [...(own === undefined ? [] : [own]), ...filterOf(call, scope)];
  const joined = conditions.length === 1 ? conditions : conditions.map((each) => `(${each})`);
  const filter = conditions.length === 0 ? "" : ` FILTER (WHERE ${joined.join(" AND ")})`;
  const over = call.over === undefined ? "" : ` OVER ${emitOver(call.over, scope)}`;
  return `${nulls}${filter}${over}`;
}

function filterOf(call: Call, scope: Scope): readonly string[] {
  if (call.filter === undefined) return [];
  return [asCondition(scope.emitter.emitExpression(call.filter, scope), scope, call.filter.at).sql];
}

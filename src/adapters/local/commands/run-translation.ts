import type { ExecuteOptions, QueryResult } from "../../../adapter/connection.ts";
import type {
  DmlTranslation,
  NoOpTranslation,
  SessionTranslation,
  Translation,
} from "../../../sql/translation.ts";
import type { Lane } from "../engine/lane.ts";
import { requireAnyRelation } from "../engine/relation-target.ts";
import { runQuery } from "../engine/run-query.ts";
import { alterTable } from "./alter-table.ts";
import { alterView } from "./alter-view.ts";
import { changeRows } from "./change-rows.ts";
import { changeSchema } from "./change-schema.ts";
import { commentOn } from "./comment-on.ts";
import { createTableLike } from "./create-table-like.ts";
import { createTable } from "./create-table.ts";
import { createView } from "./create-view.ts";
import { describe } from "./describe.ts";
import { dropRelation } from "./drop-relation.ts";
import { insertRows } from "./insert.ts";
import { sessionCommand } from "./session-command.ts";
import { show } from "./show.ts";
import { emptyAnswer } from "./table-answer.ts";

/** Carries out what the front end made of one statement. */
export async function runTranslation(
  lane: Lane,
  statement: Translation,
  options: ExecuteOptions,
): Promise<QueryResult> {
  switch (statement.kind) {
    case "query":
      return await runQuery(lane, statement, options);
    case "show":
      return await show(lane, statement);
    case "describe":
      return await describe(lane, statement);
    case "insert":
      return emptyAnswer(await insertRows(lane, statement));
    default:
      if (isDml(statement)) return emptyAnswer(await changeRows(lane, statement));
      if (isSession(statement)) return await sessionCommand(lane, statement);
      await runDefinition(lane, statement);
      return emptyAnswer();
  }
}

function isDml(statement: Translation): statement is DmlTranslation {
  return ["update", "delete", "merge", "truncate"].includes(statement.kind);
}

function isSession(statement: Translation): statement is SessionTranslation {
  return ["use", "set", "reset", "set-time-zone", "explain"].includes(statement.kind);
}

type Definition = Exclude<
  Translation,
  DmlTranslation | SessionTranslation | { readonly kind: "query" | "show" | "describe" | "insert" }
>;

/** Statements that change the catalog and answer nothing. */
async function runDefinition(lane: Lane, statement: Definition): Promise<void> {
  switch (statement.kind) {
    case "create-table": {
      await createTable(lane, statement);
      return;
    }
    case "create-table-like": {
      await createTableLike(lane, statement);
      return;
    }
    case "create-view": {
      await createView(lane, statement);
      return;
    }
    case "drop": {
      await dropRelation(lane, statement);
      return;
    }
    case "create-schema":
    case "drop-schema":
    case "alter-schema": {
      await changeSchema(lane, statement);
      return;
    }
    case "alter-table": {
      await alterTable(lane, statement);
      return;
    }
    case "alter-view": {
      await alterView(lane, statement);
      return;
    }
    case "comment": {
      await commentOn(lane, statement);
      return;
    }
    case "no-op":
      checkTarget(lane, statement);
      return;
  }
}

/** A statement that does nothing here still names a relation that must be there. */
function checkTarget(lane: Lane, { target }: NoOpTranslation): void {
  if (target !== undefined) requireAnyRelation(lane, target);
}

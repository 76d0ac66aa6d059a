import type { EndpointContext } from "../endpoint-context.ts";
import { entityNotFound, illegalSessionState, invalidInput } from "../glue-fault.ts";
import type { GlueRequest } from "../request.ts";
import type { Operation } from "../glue-service.ts";
import { cancelStatement, submitStatement } from "../state/run-statements.ts";
import type { Session } from "../state/session.ts";
import { describeStatement } from "../state/statement.ts";
import type { Statement } from "../state/statement.ts";
import { page } from "./page.ts";
import { findSession } from "./session-operations.ts";

/** The service's limit on a statement's code, in characters. */
const MAX_CODE = 68_000;
const PAGE = { max: 1000, default: 100 };

export function statementOperations(context: EndpointContext): [string, Operation][] {
  const session = (request: GlueRequest): Session =>
    findSession(
      context.accounts.of(request.region),
      request.input.string("SessionId", { max: 255 }),
    );
  return [
    ["RunStatement", (request) => runStatement(session(request), request, context.statementDelay)],
    [
      "GetStatement",
      (request) => ({ Statement: describeStatement(find(reachable(session(request)), request)) }),
    ],
    ["ListStatements", (request) => listStatements(reachable(session(request)), request)],
    ["CancelStatement", (request) => cancel(reachable(session(request)), request)],
  ];
}

function runStatement(session: Session, request: GlueRequest, delayMs: number): object {
  const code = request.input.string("Code", { min: 0, max: MAX_CODE });
  if (session.status !== "READY")
    throw invalidInput(
      `Session is not ready, session_id=${session.settings.id}, status=${session.status}`,
    );
  const repeated = [...session.statements.values()].find(
    (s) => request.invocationId !== undefined && s.invocationId === request.invocationId,
  );
  const statement = repeated ?? submitStatement(session, code, request.invocationId, delayMs);
  return { Id: statement.id };
}

function listStatements(session: Session, request: GlueRequest): object {
  const { items, next } = page([...session.statements.values()], request.input, PAGE);
  return { Statements: items.map(describeStatement), NextToken: next };
}

async function cancel(session: Session, request: GlueRequest): Promise<object> {
  const statement = session.statements.get(request.input.integer("Id", { min: 0 }));
  if (statement) await cancelStatement(session, statement);
  return {};
}

function find(session: Session, request: GlueRequest): Statement {
  const id = request.input.integer("Id", { min: 0 });
  const statement = session.statements.get(id);
  if (!statement) throw entityNotFound(`Statement ${id} not found`);
  return statement;
}

/** The statements of a session whose driver is gone cannot be read. */
function reachable(session: Session): Session {
  if (session.status === "READY" || session.status === "STOPPING") return session;
  throw illegalSessionState("Session unavailable, fail to call ReplServer.");
}

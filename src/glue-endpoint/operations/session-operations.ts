import { readWorkers } from "../worker-types.ts";
import type { EndpointContext } from "../endpoint-context.ts";
import { alreadyExists, entityNotFound, illegalSessionState, invalidInput } from "../glue-fault.ts";
import type { GlueRequest, Input } from "../request.ts";
import type { Operation } from "../glue-service.ts";
import type { Account } from "../state/account.ts";
import { failStatements } from "../state/run-statements.ts";
import { describeSession } from "../state/session.ts";
import type { Session, SessionSettings } from "../state/session.ts";
import { page } from "./page.ts";

const DAY_MINUTES = 2880;
const ID = { min: 1, max: 255 };

export function sessionOperations(context: EndpointContext): [string, Operation][] {
  const account = (request: GlueRequest): Account => context.accounts.of(request.region);
  return [
    ["CreateSession", (request) => createSession(account(request), request.input, context)],
    [
      "GetSession",
      ({ region, input }) => ({
        Session: describeSession(
          findSession(context.accounts.of(region), input.string("Id", ID)),
          Date.now(),
        ),
      }),
    ],
    ["ListSessions", (request) => listSessions(account(request), request.input)],
    ["StopSession", (request) => stopSession(account(request), request.input)],
    ["DeleteSession", (request) => deleteSession(account(request), request.input)],
    [
      "GetTags",
      (request) => ({
        Tags: account(request).tags.get(request.input.string("ResourceArn")) ?? {},
      }),
    ],
  ];
}

export function findSession(account: Account, id: string): Session {
  const session = account.sessions.get(id);
  if (!session) throw entityNotFound(`Session ${id} not found`);
  expire(session);
  return session;
}

function createSession(account: Account, input: Input, context: EndpointContext): object {
  const settings = readSettings(input);
  if (account.sessions.has(settings.id))
    throw alreadyExists(`Session ${settings.id} already exists`);
  const now = Date.now();
  const session: Session = {
    settings,
    createdOn: now,
    status: "PROVISIONING",
    errorMessage: undefined,
    completedOn: undefined,
    interpreter: undefined,
    statements: new Map(),
    nextStatementId: 0,
    lastActivity: now,
    queue: Promise.resolve(),
  };
  account.sessions.set(settings.id, session);
  account.tags.set(sessionArn(account, settings.id), { ...settings.tags });
  void provision(session, context);
  return { Session: describeSession(session, now) };
}

async function provision(session: Session, context: EndpointContext): Promise<void> {
  try {
    const [interpreter] = await Promise.all([
      context.startInterpreter(session.settings.id, session.settings.defaultArguments),
      context.sessionStart(),
    ]);
    if (session.status !== "PROVISIONING") {
      await interpreter.close();
      return;
    }
    session.interpreter = interpreter;
    session.status = "READY";
    session.lastActivity = Date.now();
    interpreter.onDeath((reason) => {
      end(session, "FAILED", reason);
    });
  } catch (error) {
    end(session, "FAILED", error instanceof Error ? error.message : String(error));
  }
}

function listSessions(account: Account, input: Input): object {
  const wanted = Object.entries(input.optionalRecord("Tags") ?? {});
  const sessions = [...account.sessions.values()].filter((session) =>
    wanted.every(([key, value]) => session.settings.tags[key] === value),
  );
  for (const session of sessions) expire(session);
  const { items, next } = page(sessions, input, { max: 1000, default: 1000 });
  const now = Date.now();
  return {
    Ids: items.map((session) => session.settings.id),
    Sessions: items.map((session) => describeSession(session, now)),
    NextToken: next,
  };
}

async function stopSession(account: Account, input: Input): Promise<object> {
  const session = findSession(account, input.string("Id", ID));
  if (session.status !== "READY")
    throw illegalSessionState(
      `Session is in ${session.status} status and cannot be stopped, session_id=${session.settings.id}`,
    );
  session.status = "STOPPING";
  await session.interpreter?.close();
  end(session, "STOPPED", undefined);
  return { Id: session.settings.id };
}

function deleteSession(account: Account, input: Input): object {
  const session = findSession(account, input.string("Id", ID));
  if (session.status === "READY" || session.status === "PROVISIONING")
    throw illegalSessionState(
      `Session is in ${session.status} status and cannot be deleted, session_id=${session.settings.id}`,
    );
  account.sessions.delete(session.settings.id);
  account.tags.delete(sessionArn(account, session.settings.id));
  return { Id: session.settings.id };
}

/** Ends a session for good; there is no way back but a new one under the same id. */
export function end(
  session: Session,
  status: "FAILED" | "TIMEOUT" | "STOPPED",
  reason: string | undefined,
): void {
  session.status = status;
  session.errorMessage = reason;
  session.completedOn = Date.now();
  session.interpreter = undefined;
  failStatements(session);
}

/** Idle and total timeouts, looked at whenever somebody asks for the session. */
function expire(session: Session): void {
  if (session.status !== "READY") return;
  const now = Date.now();
  const busy = [...session.statements.values()].some((s) => s.state === "RUNNING");
  const idle = !busy && now - session.lastActivity > session.settings.idleTimeout * 60_000;
  if (!idle && now - session.createdOn <= session.settings.timeout * 60_000) return;
  void session.interpreter?.close();
  end(session, "TIMEOUT", undefined);
}

function readSettings(input: Input): SessionSettings {
  const command = input.record("Command");
  if (command.Name !== "glueetl" && command.Name !== "gluestreaming")
    throw invalidInput(`Command name must be glueetl or gluestreaming.`);
  const timeout = input.optionalInteger("Timeout", { min: 1 }) ?? DAY_MINUTES;
  return {
    id: input.string("Id", ID),
    role: input.string("Role", {
      min: 20,
      max: 2048,
      pattern: /^arn:aws[^:]*:iam::[0-9]*:role\/.+$/,
    }),
    description: input.optionalString("Description", { max: 2048 }),
    command,
    defaultArguments: readArguments(input),
    connections: input.optionalRecord("Connections"),
    ...readWorkers(input),
    securityConfiguration: input.optionalString("SecurityConfiguration", { max: 255 }),
    glueVersion: input.optionalString("GlueVersion", { pattern: /^(\w+\.)+\w+$/ }) ?? "5.0",
    timeout,
    idleTimeout: input.optionalInteger("IdleTimeout", { min: 1 }) ?? timeout,
    tags: (input.optionalRecord("Tags") ?? {}) as Record<string, string>,
  };
}

function readArguments(input: Input): Readonly<Record<string, string>> {
  const entries = Object.entries(input.optionalRecord("DefaultArguments") ?? {});
  if (entries.length > 75) throw invalidInput("DefaultArguments may hold at most 75 pairs.");
  for (const [key, value] of entries) {
    if (!/^[.\w-]{1,128}$/.test(key)) throw invalidInput(`Argument name "${key}" is not allowed.`);
    if (typeof value !== "string" || value.length > 4096)
      throw invalidInput(
        `The value of argument "${key}" must be a string of at most 4096 characters.`,
      );
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

function sessionArn(account: Account, id: string): string {
  return `arn:aws:glue:${account.region}:${account.accountId}:session/${id}`;
}

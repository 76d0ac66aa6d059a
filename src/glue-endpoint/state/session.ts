import type { Interpreter } from "../interpreter.ts";
import type { Statement } from "./statement.ts";

export type SessionStatus =
  "PROVISIONING" | "READY" | "FAILED" | "TIMEOUT" | "STOPPING" | "STOPPED";

/** What CreateSession was given, checked. */
export interface SessionSettings {
  readonly id: string;
  readonly role: string;
  readonly description: string | undefined;
  readonly command: Readonly<Record<string, unknown>>;
  readonly defaultArguments: Readonly<Record<string, string>>;
  readonly connections: unknown;
  readonly maxCapacity: number;
  readonly numberOfWorkers: number | undefined;
  readonly workerType: string | undefined;
  readonly securityConfiguration: string | undefined;
  readonly glueVersion: string;
  /** Minutes. */
  readonly timeout: number;
  /** Minutes. */
  readonly idleTimeout: number;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Session {
  readonly settings: SessionSettings;
  /** Epoch milliseconds. */
  readonly createdOn: number;
  status: SessionStatus;
  errorMessage: string | undefined;
  completedOn: number | undefined;
  interpreter: Interpreter | undefined;
  /** The newest 100, as Livy keeps them, by id. */
  readonly statements: Map<number, Statement>;
  nextStatementId: number;
  /** Epoch milliseconds of the last statement's end or start. */
  lastActivity: number;
  /** The statement under way; the next one waits for it. */
  queue: Promise<void>;
}

/** A session as GetSession answers it. Its times are epoch seconds with a fraction. */
export function describeSession(session: Session, now: number): object {
  const { settings } = session;
  const seconds = ((session.completedOn ?? now) - session.createdOn) / 1000;
  return {
    Id: settings.id,
    CreatedOn: session.createdOn / 1000,
    CompletedOn: session.completedOn === undefined ? undefined : session.completedOn / 1000,
    Status: session.status,
    ErrorMessage: session.errorMessage,
    Description: settings.description,
    Role: settings.role,
    Command: settings.command,
    DefaultArguments: settings.defaultArguments,
    Connections: settings.connections,
    Progress: session.status === "PROVISIONING" ? 0 : 1,
    MaxCapacity: settings.maxCapacity,
    NumberOfWorkers: settings.numberOfWorkers,
    WorkerType: settings.workerType,
    SecurityConfiguration: settings.securityConfiguration,
    GlueVersion: settings.glueVersion,
    IdleTimeout: settings.idleTimeout,
    ExecutionTime: seconds,
    DPUSeconds: seconds * settings.maxCapacity,
    SessionType: "LIVY",
  };
}

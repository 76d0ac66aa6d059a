import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "../../../adapter/connection.ts";
import type { EngineEvent } from "../../../events/engine-event.ts";
import {
  sessionCreating,
  sessionLost,
  sessionNotStopped,
  sessionReady,
  sessionStarting,
} from "../../../events/session-events.ts";
import { WORKER_TYPES } from "../../spark/worker-types.ts";
import type { CostLedger, SessionAccount } from "../cost/cost-ledger.ts";
import { USD_PER_DPU_HOUR, USD_PER_M_DPU_HOUR } from "../cost/dpu-price.ts";
import type { DriverSource } from "../lanes/driver-source.ts";
import { ensureSession } from "./ensure-session.ts";
import type { AwsClients } from "../aws/glue-clients.ts";
import type { LeaseBook } from "./lease-book.ts";
import { createLaneMultiplexer } from "../lanes/lane-multiplexer.ts";
import type { SendStep } from "../lanes/lane-multiplexer.ts";
import { createSessionConnection } from "../lanes/session-connection.ts";
import type { SessionMarks } from "./session-marks.ts";
import type { SessionSettings } from "../settings/session-settings.ts";
import { createStatementPace } from "../lanes/statement-pace.ts";
import { createStepSender } from "../lanes/step-sender.ts";
import { stopSession } from "./stop-session.ts";

/** What all sessions of a run share. */
export interface SessionWorld {
  readonly clients: AwsClients;
  readonly driver: DriverSource;
  readonly marks: SessionMarks;
  /** The project's values of `file_format`. */
  readonly fileFormats: ReadonlySet<string>;
  /** The current database of every lane. */
  readonly database: string;
  readonly emit: (event: EngineEvent) => void;
  /** Fires on Ctrl-C. */
  readonly signal: AbortSignal;
  /** Ids of work, unique over runs: a session may outlive this one. */
  readonly nextId: () => string;
  /** Milliseconds between looks at a statement that takes long. */
  readonly slowestPoll: number;
  readonly ledger: CostLedger;
  readonly leases: LeaseBook;
  /** Stops what killed runs have left, once in a run: their statements must not write beside ours. */
  readonly reapOrphans: () => Promise<void>;
}

/** One session of the pool. */
export interface GlueSession {
  /** A lane; costs nothing until its first statement. */
  connect(name: string): Connection;
  /** Waits for what runs, and stops the session unless it is to be kept or is somebody else's. */
  close(): Promise<void>;
}

/** Milliseconds that work may take to end after Ctrl-C, before the session is stopped under it. */
const DRAIN_AFTER_CANCEL = 3000;

/** A session that starts with its first statement, and again when it is lost. */
export function createGlueSession(
  world: SessionWorld,
  id: string,
  settings: SessionSettings,
): GlueSession {
  const { emit, signal } = world;
  const hold = createHold(world, id, settings);
  const multiplexer = createLaneMultiplexer({
    open: () => hold.open(),
    lost(reason) {
      hold.release();
      emit(sessionLost(id, reason));
    },
  });
  return {
    connect: (name) =>
      createSessionConnection({
        multiplexer,
        lane: laneOf(name),
        name,
        database: world.database,
        nextId: world.nextId,
        account: (node) => hold.account.begin(node),
      }),
    async close() {
      const drained = multiplexer.drain();
      if (signal.aborted) await Promise.race([drained, sleep(DRAIN_AFTER_CANCEL)]);
      else await drained;
      multiplexer.abandon();
      hold.release();
      if (!hold.isOurs() || settings.reuse) return;
      try {
        await stopSession(await world.clients.glue(), id, settings.provisioningTimeout);
        world.leases.give(id);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        emit(sessionNotStopped(id, reason));
      }
    },
  };
}

/** This run's hold on the session: opened when first needed, given up when it is lost or done with. */
interface Hold {
  open(): Promise<SendStep>;
  release(): void;
  /** This run asked Glue to create it. */
  isOurs(): boolean;
  readonly account: SessionAccount;
}

function createHold(world: SessionWorld, id: string, settings: SessionSettings): Hold {
  const { emit, signal, marks } = world;
  let opening: Promise<SendStep> | undefined;
  const account = world.ledger.account();
  let isOurs = false;
  const beforeCreate = (): void => {
    isOurs = true;
    world.leases.take(id, settings.reuse);
    emit(sessionCreating(id, sizeOf(settings)));
  };
  let said = 0;
  const progress = (seconds: number): void => {
    if (seconds > said) emit(sessionStarting(id, seconds, isMilestone(said, seconds)));
    said = seconds;
  };
  const open = async (): Promise<SendStep> => {
    const client = await world.clients.glue();
    await world.reapOrphans();
    const killed = killedRun(world.leases, id);
    const started = Date.now();
    const session = { client, id, settings, marks, signal, beforeCreate, progress };
    const { capacity, created } = await ensureSession(session);
    emit(sessionReady(id, created, (Date.now() - started) / 1000));
    const dpu = capacity > 0 ? capacity : capacityOf(settings);
    account.opened({ id, dpu, usdPerDpuHour: priceOf(settings), created });
    if (settings.reuse) world.leases.take(id, true);
    const target = { client, id, slowestPoll: world.slowestPoll, pace: createStatementPace() };
    return createStepSender(target, world.driver, killed);
  };
  return {
    open() {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    release() {
      opening = undefined;
      account.closed();
    },
    isOurs: () => isOurs,
    account,
  };
}

/** Every ten seconds the user hears of the wait. */
function isMilestone(before: number, seconds: number): boolean {
  return Math.floor(seconds / 10) > Math.floor(before / 10);
}

/** The run that used a kept session last, if it was killed: its work may still be under way. */
function killedRun(leases: LeaseBook, id: string): readonly string[] {
  const lease = leases.find(id);
  return lease && !leases.isAlive(lease) ? [lease.run] : [];
}

function sizeOf(settings: SessionSettings): string {
  return `${settings.workers} x ${settings.workerType}, Glue ${settings.glueVersion}`;
}

function capacityOf({ workers, workerType }: SessionSettings): number {
  return workers * (WORKER_TYPES[workerType]?.dpu ?? 1);
}

function priceOf({ workerType }: SessionSettings): number {
  return WORKER_TYPES[workerType]?.memoryOptimised ? USD_PER_M_DPU_HOUR : USD_PER_DPU_HOUR;
}

/** Lane names stand in Python source and in Spark's scheduler pools. */
function laneOf(name: string): string {
  return `${name.replace(/\W/g, "_")}_${randomUUID().slice(0, 8)}`;
}

import type { Compute, ComputeRequest } from "../../../adapter/compute.ts";
import type { Connection } from "../../../adapter/connection.ts";
import { createGlueSession } from "./glue-session.ts";
import type { GlueSession, SessionWorld } from "./glue-session.ts";
import { planSession } from "../settings/session-plan.ts";
import type { SessionPlan } from "../settings/session-plan.ts";
import type { Options } from "../settings/read-session-settings.ts";
import { sessionId } from "./session-id.ts";

/** The sessions of a run: one for the target, others for nodes that want another kind. */
export interface SessionPool {
  /** @param request - absent for what is no node */
  computeFor(request?: ComputeRequest): Compute;
  close(): Promise<void>;
}

/** @param unique - a new text for the id of each session that is not shared with anybody */
export function createSessionPool(
  world: SessionWorld,
  options: Options,
  unique: () => string,
): SessionPool {
  const sessions = new Map<string, GlueSession>();
  const sessionOf = (plan: SessionPlan): GlueSession => {
    const { key, settings, suffix } = plan;
    let session = sessions.get(key);
    if (!session) {
      const { baseId: base, reuse, roleArn } = settings;
      const id = sessionId({ base, reuse, suffix, roleArn, unique: unique() });
      session = createGlueSession(world, id, settings);
      sessions.set(key, session);
    }
    return session;
  };
  const leaveWith = (connection: Connection, plan: SessionPlan): Connection => ({
    ...connection,
    async close() {
      await connection.close();
      await sessions.get(plan.key)?.close();
    },
  });
  return {
    computeFor(request) {
      const plan = planSession(options, world.fileFormats, request);
      const { key, ofOneNode } = plan;
      return {
        key,
        ofOneNode,
        connect(name) {
          const connection = sessionOf(plan).connect(name);
          return Promise.resolve(ofOneNode ? leaveWith(connection, plan) : connection);
        },
      };
    },
    async close() {
      await Promise.all([...sessions.values()].map((session) => session.close()));
    },
  };
}

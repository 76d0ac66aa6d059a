import type { GlueClient, Session } from "@aws-sdk/client-glue";
import type { EngineSession, SessionControl } from "../../../adapter/session-control.ts";
import type { LeaseBook } from "./lease-book.ts";
import { readDescription } from "./session-marks.ts";
import { stopSession } from "./stop-session.ts";

/** States in which a session costs money. */
const ALIVE = new Set(["PROVISIONING", "READY", "STOPPING"]);
/** Seconds to wait for a session that is just starting. */
const PATIENCE = 120;

/** Finds dbt-glue's sessions by their description, and tells by the leases whose they are. */
export function createSessionControl(
  connect: () => Promise<GlueClient>,
  leases: LeaseBook,
): SessionControl {
  return {
    async list() {
      const sessions = await allSessions(await connect());
      const living = sessions.filter((session) => ALIVE.has(session.Status ?? ""));
      leases.prune(new Set(living.map((session) => session.Id ?? "")));
      return living
        .filter((session) => readDescription(session.Description) !== undefined)
        .map((session) => describe(session, leases));
    },
    async stop(id) {
      await stopSession(await connect(), id, PATIENCE);
      leases.give(id);
    },
  };
}

async function allSessions(client: GlueClient): Promise<readonly Session[]> {
  const { ListSessionsCommand } = await import("@aws-sdk/client-glue");
  const sessions: Session[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListSessionsCommand({ NextToken, MaxResults: 1000, RequestOrigin: "dbt-glue" }),
    );
    sessions.push(...(page.Sessions ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return sessions;
}

function describe(session: Session, leases: LeaseBook): EngineSession {
  const id = session.Id ?? "";
  const said = readDescription(session.Description);
  return {
    id,
    status: session.Status ?? "",
    startedAt: (session.CreatedOn ?? new Date(0)).toISOString(),
    size: `${session.NumberOfWorkers ?? "?"} x ${session.WorkerType ?? "?"}`,
    dpuSeconds: session.DPUSeconds ?? 0,
    owner: said?.owner,
    project: said?.project,
    use: useOf(id, leases),
  };
}

function useOf(id: string, leases: LeaseBook): EngineSession["use"] {
  const lease = leases.find(id);
  if (!lease) return "elsewhere";
  if (lease.kept) return "kept";
  return leases.isAlive(lease) ? "in use" : "orphaned";
}

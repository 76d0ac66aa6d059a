import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A session that a process on this machine has made, written down before it is created. */
export interface Lease {
  readonly id: string;
  /** Region and endpoint: an id means nothing without them. */
  readonly place: string;
  readonly pid: number;
  readonly host: string;
  /** It is meant to outlive the process. */
  readonly kept: boolean;
  /** The first part of the ids of the work that the process gives it. */
  readonly run: string;
}

/** The process that makes sessions, and how to tell whether another one still runs. */
export interface Tenant {
  readonly pid: number;
  readonly host: string;
  readonly run: string;
  readonly isAlive: (pid: number) => boolean;
}

/** The leases of one place. */
export interface LeaseBook {
  take(id: string, kept: boolean): void;
  give(id: string): void;
  find(id: string): Lease | undefined;
  /** Sessions whose process is gone, and which nobody meant to keep. */
  orphans(): readonly Lease[];
  isAlive(lease: Lease): boolean;
  /** Forgets the sessions that have ended. */
  prune(living: ReadonlySet<string>): void;
}

/**
 * One small file per session, so that a process that is killed leaves a trace of what it started.
 *
 * @param folder - `~/.dbt/glue_sessions`: it survives `dbt clean`, and serves all projects
 */
export function createLeaseBook(folder: string, place: string, tenant: Tenant): LeaseBook {
  const { pid, host, run } = tenant;
  const fileOf = (id: string): string => join(folder, `${id.replace(/[^\w-]/g, "_")}.json`);
  const isAlive = (lease: Lease): boolean => lease.host !== host || tenant.isAlive(lease.pid);
  return {
    isAlive,
    take(id, kept) {
      mkdirSync(folder, { recursive: true });
      const lease: Lease = { id, place, pid, host, kept, run };
      writeFileSync(fileOf(id), JSON.stringify(lease));
    },
    give(id) {
      rmSync(fileOf(id), { force: true });
    },
    find(id) {
      const lease = readLease(fileOf(id));
      return lease?.place === place ? lease : undefined;
    },
    prune(living) {
      for (const lease of leasesIn(folder))
        if (lease.place === place && !living.has(lease.id))
          rmSync(fileOf(lease.id), { force: true });
    },
    orphans: () =>
      leasesIn(folder).filter((lease) => lease.place === place && !lease.kept && !isAlive(lease)),
  };
}

function leasesIn(folder: string): readonly Lease[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    // No folder, no leases.
    return [];
  }
  return names.flatMap((name) => readLease(join(folder, name)) ?? []);
}

/** A file that is gone or half-written says nothing. */
function readLease(path: string): Lease | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isLease(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLease(value: unknown): value is Lease {
  return (
    typeof value === "object" &&
    value !== null &&
    ["id", "place", "pid", "host", "kept", "run"].every((key) => key in value)
  );
}

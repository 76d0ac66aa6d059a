import type { Adapter } from "../adapter/adapter.ts";
import type { Connection } from "../adapter/connection.ts";
import { introspectionOff } from "../errors/template-errors.ts";
import type { Lane } from "./statements.ts";

/** The lanes of a run, each with a connection that is opened when it is first used. */
export interface Lanes {
  /** For schemas and hooks. */
  readonly master: Lane;
  /** For nodes; one per thread. */
  readonly workers: readonly Lane[];
  /** Remembers what is at work while `work` runs. */
  track<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Names of what is at work. */
  busy(): readonly string[];
  /** Stops what is running on all lanes. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly connection: Promise<Connection>;
  readonly ofOneNode: boolean;
}

/** @param introspect - false lets no lane connect: templates may not ask the engine */
export function openLanes(adapter: Adapter, threads: number, introspect = true): Lanes {
  const opened = new Set<Promise<Connection>>();
  const working = new Set<string>();
  const lane = (threadName: string, connectionName: string): Lane => {
    const connections = new Map<string, Opened>();
    return {
      threadName,
      connection(request) {
        if (!introspect) return Promise.reject(introspectionOff());
        const compute = request && adapter.computeFor?.(request);
        const key = compute?.key ?? "";
        let found = connections.get(key);
        if (!found) {
          const connection = (compute ?? adapter).connect(connectionName);
          found = { connection, ofOneNode: compute?.ofOneNode ?? false };
          connections.set(key, found);
          opened.add(found.connection);
        }
        return found.connection;
      },
      async leave() {
        for (const [key, { connection, ofOneNode }] of connections) {
          if (!ofOneNode) continue;
          connections.delete(key);
          opened.delete(connection);
          await (await connection).close();
        }
      },
    };
  };
  // A lane that never opened has nothing to stop or close; its error is told by who asked for it.
  const ready = async (): Promise<Connection[]> => {
    const settled = await Promise.allSettled([...opened]);
    return settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  };
  return {
    master: lane("main", "master"),
    workers: Array.from({ length: threads }, (_, index) =>
      lane(`Thread-${index + 1} (worker)`, `thread-${index + 1}`),
    ),
    async track(name, work) {
      working.add(name);
      try {
        return await work();
      } finally {
        working.delete(name);
      }
    },
    busy: () => [...working],
    async cancel() {
      for (const connection of await ready()) await connection.cancel();
    },
    async close() {
      for (const connection of await ready()) await connection.close();
    },
  };
}

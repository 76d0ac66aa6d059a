import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createAwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import type { AwsClients } from "../../src/adapters/session/aws/glue-clients.ts";
import type { AwsSettings } from "../../src/adapters/session/aws/aws-settings.ts";

/**
 * moto: S3, STS and Lake Formation in memory, from Python. Tests that need it are skipped, and say
 * so, where no Python has it: `npm run test:aws` makes one that does.
 */
export interface Moto {
  readonly url: string;
  /** Settings of clients that call it as user `root` of account 123456789012. */
  readonly settings: AwsSettings;
  readonly clients: AwsClients;
  close(): Promise<void>;
}

const PYTHONS = [process.env.DBT_GLUE_TEST_PYTHON, ...cachedPythons(), "python3"];

/** What `npm run test:aws` has made before (scripts/spark-environment.mjs). */
function cachedPythons(): string[] {
  const caches = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(caches, "dbt-glue-test");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith("moto-") && existsSync(join(folder, name, "complete")))
    .map((name) => join(folder, name, "bin/python"));
}

/** Ends with this process: it reads stdin until that closes. */
const PROGRAM = `
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
`;

export const motoPython = PYTHONS.find(hasMoto);

if (motoPython === undefined)
  process.stderr.write(
    "Tests against moto are skipped: no Python has it. npm run test:aws makes one.\n",
  );

function hasMoto(python: string | undefined): python is string {
  if (python === undefined || (python.includes("/") && !existsSync(python))) return false;
  return spawnSync(python, ["-c", "import moto.server"], { stdio: "ignore" }).status === 0;
}

export async function startMoto(): Promise<Moto> {
  const server = spawn(motoPython ?? "", ["-c", PROGRAM], { stdio: ["pipe", "pipe", "ignore"] });
  const url = `http://127.0.0.1:${await firstLine(server)}`;
  process.env.AWS_ACCESS_KEY_ID = "test";
  process.env.AWS_SECRET_ACCESS_KEY = "test";
  const settings = { region: "eu-west-1", endpointUrl: url, retryMode: "standard", maxAttempts: 2 };
  const clients = createAwsClients(settings);
  return {
    url,
    settings,
    clients,
    async close() {
      await clients.close();
      const ended = once(server, "exit");
      server.stdin.end();
      await ended;
    },
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of server.stdout ?? []) {
    text += String(chunk);
    if (text.includes("\n")) return text.trim();
  }
  throw new Error("moto ended before it said its port");
}

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { archiveLayout, downloadFailed } from "../errors/package-errors.ts";
import type { PackageSource } from "./package-source.ts";

const ATTEMPTS = 3;
const PAUSE_MS = 500;
const LIMIT_MS = 30_000;

/** The body of a URL. A failing connection or server is tried again; another refusal is not. */
export async function download(url: string, source: PackageSource): Promise<Response> {
  let reason = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await wait(PAUSE_MS);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
      if (response.status < 500) return response;
      reason = `it answers ${response.status}`;
    } catch (error) {
      reason = reasonOf(error);
    }
  }
  throw downloadFailed(source.scrub(url), source.scrub(reason));
}

/** fetch says "fetch failed" and keeps the cause to itself. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** The one folder in an archive, unpacked. */
export async function downloadFolder(url: string, source: PackageSource): Promise<string> {
  const response = await download(url, source);
  if (!response.ok) throw downloadFailed(source.scrub(url), `it answers ${response.status}`);
  const folder = source.newFolder();
  const archive = join(folder, "package.tar.gz");
  writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
  const contents = join(folder, "contents");
  mkdirSync(contents);
  try {
    await promisify(execFile)("tar", ["-xzf", archive, "-C", contents]);
  } catch (error) {
    throw downloadFailed(source.scrub(url), reasonOf(error));
  }
  const [only, another] = readdirSync(contents);
  if (only === undefined || another !== undefined) throw archiveLayout(source.scrub(url));
  return join(contents, only);
}

/** Copies without links to what will be deleted. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

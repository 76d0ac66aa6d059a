import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFlags } from "../config/load-flags.ts";
import { loadProjectOnly } from "../config/load-runtime-config.ts";
import { createEventBus } from "../events/event-bus.ts";
import { installPackages } from "./install-packages.ts";

let hub: Server;
let url: string;
const archives = mkdtempSync(join(tmpdir(), "hub-"));

/** One version as the hub's API describes it. */
function version(name: string, requiresDbt: string[], packages: unknown[] = []): object {
  const downloads = { tarball: `${url}${name}.tar.gz` };
  return { name, packages, require_dbt_version: requiresDbt, downloads };
}

function answer(path: string): string | Buffer | undefined {
  const base = [{ package: "x/base", version: [">=0.1.0", "<0.2.0"] }];
  const listings: Readonly<Record<string, object>> = {
    "/api/v1/x/utils.json": {
      versions: {
        "1.1.0": version("utils", [">=1.3.0", "<2.0.0"], base),
        "1.2.0": version("utils", [">=1.3.0", "<2.0.0"]),
        "1.3.0-rc1": version("utils", []),
        "2.0.0": version("utils", [">=2.0.0"]),
      },
    },
    "/api/v1/x/base.json": { versions: { "0.1.0": version("base", []) } },
  };
  if (listings[path] !== undefined) return JSON.stringify(listings[path]);
  const file = join(archives, path);
  return existsSync(file) ? readFileSync(file) : undefined;
}

beforeAll(async () => {
  for (const name of ["utils", "base"]) {
    mkdirSync(join(archives, name));
    writeFileSync(join(archives, name, "dbt_project.yml"), `name: ${name}\n`);
    execFileSync("tar", ["-czf", `${name}.tar.gz`, name], { cwd: archives });
  }
  hub = createServer((request, response) => {
    const body = answer(request.url ?? "");
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => hub.close(resolve)));

interface Outcome {
  readonly root: string;
  readonly lines: readonly string[];
  readonly lock: string;
}

async function deps(
  packages: string,
  root = mkdtempSync(join(tmpdir(), "deps-")),
): Promise<Outcome> {
  writeFileSync(join(root, "dbt_project.yml"), "name: shop\n");
  writeFileSync(join(root, "packages.yml"), packages);
  const env = { ...process.env, DBT_PACKAGE_HUB_URL: url, DBT_ENV_SECRET_FOLDER: archives };
  const commandLine = { which: "deps", invocationCommand: "dbt deps", options: {} };
  const loaded = loadFlags(commandLine, { env, cwd: root, home: root });
  const events = createEventBus();
  const lines: string[] = [];
  events.listen((event) => lines.push(event.message));
  const project = loadProjectOnly(loaded);
  await installPackages({ ...loaded, env, project, events, lockOnly: false, upgrade: false });
  return { root, lines, lock: readFileSync(join(root, "package-lock.yml"), "utf8") };
}

// Lines and locks: dbt-core 1.12.6 for the same packages.yml and the same hub.
test("a package of the hub comes with what it asks for", async () => {
  const { root, lines, lock } = await deps("packages:\n  - package: x/utils\n    version: 1.1.0\n");
  expect(lines.slice(1)).toEqual([
    "Installing x/utils",
    "Installed from version 1.1.0",
    "Updated version available: 1.2.0",
    "Installing x/base",
    "Installed from version 0.1.0",
    "Up to date!",
    "Updates available for packages: x/utils\nUpdate your versions in packages.yml, then run dbt deps",
  ]);
  expect(lock).toContain("  - name: utils\n    package: x/utils\n    version: 1.1.0\n");
  expect(existsSync(join(root, "dbt_packages/base/dbt_project.yml"))).toBe(true);
});

test("of a range, the newest release for this dbt is taken", async () => {
  const { lines } = await deps('packages: [{package: x/utils, version: [">=1.0.0", "<3.0.0"]}]\n');
  expect(lines).toContain("Installed from version 1.2.0");
});

test.each([
  ["{package: x/nope, version: 1.0.0}", "PACKAGE_NOT_FOUND"],
  ["{package: x/utils, version: 9.0.0}", "PACKAGE_VERSION"],
  ["{tarball: 'http://127.0.0.1:9/x.tar.gz', name: x}", "PACKAGE_DOWNLOAD"],
  ["{git: '/no/such/repository'}", "PACKAGE_GIT"],
])("%s is refused", async (entry, code) => {
  await expect(deps(`packages: [${entry}]\n`)).rejects.toMatchObject({ code });
});

test("a git package is locked at its commit, its address as written", async () => {
  const repository = join(archives, "repository");
  mkdirSync(join(repository, "sub"), { recursive: true });
  writeFileSync(join(repository, "sub/dbt_project.yml"), "name: subp\n");
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("-c", "user.email=a@b.c", "-c", "user.name=a", "commit", "-qm", "one");
  const address = `{{ env_var('DBT_ENV_SECRET_FOLDER') }}/repository`;
  const packages = `packages:\n  - git: "${address}"\n    subdirectory: sub\n    revision: main\n`;
  const { root, lines, lock } = await deps(packages);
  expect(lines[0]).toContain('The git package "*****/repository" is pinned to the "main" branch.');
  expect(lines).toContain(`Installed from revision ${git("rev-parse", "HEAD")}`);
  expect(lock).toContain(`    revision: ${git("rev-parse", "HEAD")}\n    subdirectory: sub\n`);
  expect(lock).toContain("{{ env_var(''DBT_ENV_SECRET_FOLDER'') }}/repository");
  expect(lock).not.toContain(archives);
  expect(existsSync(join(root, "dbt_packages/subp/dbt_project.yml"))).toBe(true);
  const again = await deps(packages, root);
  expect(again.lines[0]).toBe("Installing *****/repository/sub");
  expect(again.lock).toBe(lock);
});

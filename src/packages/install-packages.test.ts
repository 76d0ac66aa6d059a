import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadFlags } from "../config/load-flags.ts";
import { loadProjectOnly } from "../config/load-runtime-config.ts";
import { createEventBus } from "../events/event-bus.ts";
import { installPackages } from "./install-packages.ts";

function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "deps-"));
  for (const [path, text] of Object.entries({ "dbt_project.yml": "name: shop\n", ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Runs deps and gives its lines. */
async function deps(
  root: string,
  options: { lockOnly?: boolean; upgrade?: boolean } = {},
): Promise<string[]> {
  const commandLine = { which: "deps", invocationCommand: "dbt deps", options: {} };
  const loaded = loadFlags(commandLine, { env: {}, cwd: root, home: root });
  const events = createEventBus();
  const lines: string[] = [];
  events.listen((event) => lines.push(event.message));
  await installPackages({
    ...loaded,
    project: loadProjectOnly(loaded),
    events,
    lockOnly: options.lockOnly ?? false,
    upgrade: options.upgrade ?? false,
  });
  return lines;
}

const LOCAL = {
  "packages.yml": "packages:\n  - local: pk a\n",
  "pk a/dbt_project.yml": "name: pk_a\n",
};

test("a local package is linked and locked as dbt locks it", async () => {
  const root = project(LOCAL);
  expect(await deps(root)).toEqual([
    `Updating lock file in file path: ${root}/package-lock.yml`,
    "Installing pk a",
    "Installed from <local @ pk a>",
  ]);
  expect(readlinkSync(join(root, "dbt_packages/pk_a"))).toBe(join(root, "pk a"));
  // Written by dbt-core 1.12.6 for the same packages.yml.
  expect(readFileSync(join(root, "package-lock.yml"), "utf8")).toBe(
    "packages:\n  - local: pk a\n    name: pk_a\nsha1_hash: c17cc11eb219623e03ebf3f46aa46baf0b8301e7\n",
  );
});

test("a lock that is up to date is left alone, unless it is to be upgraded", async () => {
  const root = project(LOCAL);
  await deps(root);
  expect((await deps(root))[0]).toBe("Installing pk a");
  expect((await deps(root, { upgrade: true }))[0]).toContain("Updating lock file");
});

test("--lock installs nothing", async () => {
  const root = project(LOCAL);
  await deps(root, { lockOnly: true });
  expect(existsSync(join(root, "package-lock.yml"))).toBe(true);
  expect(existsSync(join(root, "dbt_packages"))).toBe(false);
});

test("packages of packages are installed, each once", async () => {
  const root = project({
    "dependencies.yml": "packages: [{local: pk/a}, {local: pk/b}]\n",
    "pk/a/dbt_project.yml": "name: a\n",
    "pk/a/packages.yml": "packages: [{local: pk/b}]\n",
    "pk/b/dbt_project.yml": "name: b\n",
  });
  expect((await deps(root)).slice(1)).toEqual([
    "Installing pk/a",
    "Installed from <local @ pk/a>",
    "Installing pk/b",
    "Installed from <local @ pk/b>",
  ]);
});

test("without packages nothing is left of earlier ones", async () => {
  const root = project(LOCAL);
  await deps(root);
  writeFileSync(join(root, "packages.yml"), "packages: []\n");
  expect(await deps(root)).toEqual(["Warning: No packages were found in packages.yml"]);
  expect(existsSync(join(root, "package-lock.yml"))).toBe(false);
  expect(existsSync(join(root, "pk a/dbt_project.yml"))).toBe(true);
});

test.each([
  ["a folder that is not there", "packages: [{local: nowhere}]\n", "LOCAL_PACKAGE_NOT_FOUND"],
  ["a private package", "packages: [{private: x/y}]\n", "NOT_SUPPORTED"],
  ["what is no version", "packages: [{package: x/y, version: new}]\n", "PACKAGE_ENTRY"],
  ["a package without a kind", "packages: [{revision: main}]\n", "PACKAGE_ENTRY"],
])("%s is refused", async (_, yaml, code) => {
  const root = project({ "packages.yml": yaml });
  await expect(deps(root)).rejects.toThrow(expect.objectContaining({ code }));
});

test("a package with the name of the root project is refused", async () => {
  const root = project({
    "packages.yml": "packages: [{local: copy}]\n",
    "copy/dbt_project.yml": "name: shop\n",
  });
  await expect(deps(root)).rejects.toThrow(
    expect.objectContaining({ code: "DUPLICATE_PROJECT_NAME" }),
  );
});

test("a folder of packages that holds the project is never emptied", async () => {
  const root = project({
    ...LOCAL,
    "dbt_project.yml": "name: shop\npackages-install-path: .\n",
  });
  await expect(deps(root)).rejects.toThrow(
    expect.objectContaining({ code: "PACKAGES_INSTALL_PATH" }),
  );
  expect(existsSync(join(root, "dbt_project.yml"))).toBe(true);
});

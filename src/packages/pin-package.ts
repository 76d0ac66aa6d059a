import { cpSync, existsSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Environment } from "../config/environment.ts";
import { localPackageNotFound } from "../errors/package-errors.ts";
import { copyFolder, downloadFolder } from "./download.ts";
import { packageFacts } from "./package-facts.ts";
import type { PackageSource } from "./package-source.ts";
import type { LocalPackage, PackageSpec, TarballPackage } from "./package-spec.ts";
import { pinGit } from "./pin-git.ts";
import { pinHub } from "./pin-hub.ts";
import type { PinnedPackage } from "./pinned-package.ts";

/** Finds a package where it is kept, in the version that is asked for. */
export function pinPackage(spec: PackageSpec, source: PackageSource): Promise<PinnedPackage> {
  switch (spec.kind) {
    case "local":
      return Promise.resolve().then(() => pinLocal(spec, source));
    case "hub":
      return pinHub(spec, source);
    case "git":
      return pinGit(spec, source);
    case "tarball":
      return pinTarball(spec, source);
  }
}

/** The folder of a local package, absolute. */
export function localFolder({ local }: LocalPackage, root: string, env: Environment): string {
  return resolve(root, local.startsWith("~/") ? join(env.HOME ?? "~", local.slice(2)) : local);
}

function pinLocal(spec: LocalPackage, source: PackageSource): PinnedPackage {
  const folder = localFolder(spec, source.root, source.env);
  if (!existsSync(join(folder, "dbt_project.yml")))
    throw localPackageNotFound(spec.local, spec.place);
  return {
    ...packageFacts(folder, spec.local, spec.place, source),
    title: spec.local,
    version: `<local @ ${spec.local}>`,
    entry: { local: spec.local },
    install: (destination) => {
      link(folder, destination);
      return Promise.resolve();
    },
  };
}

function link(folder: string, destination: string): void {
  try {
    symlinkSync(folder, destination, "dir");
  } catch {
    // No links here (Windows without the right): dbt copies then, too.
    cpSync(folder, destination, { recursive: true });
  }
}

async function pinTarball(spec: TarballPackage, source: PackageSource): Promise<PinnedPackage> {
  const title = source.scrub(spec.tarball);
  const folder = await downloadFolder(spec.tarball, source);
  const { specs } = packageFacts(folder, title, spec.place, source);
  return {
    name: spec.name,
    specs,
    title: spec.name,
    version: `tarball (url: ${title})`,
    entry: { tarball: source.scrub(asWritten(spec)), name: spec.name },
    install: (destination) => {
      copyFolder(folder, destination);
      return Promise.resolve();
    },
  };
}

function asWritten({ tarball, unrendered }: TarballPackage): string {
  const written = unrendered as { readonly tarball?: unknown } | null;
  return typeof written?.tarball === "string" ? written.tarball : tarball;
}

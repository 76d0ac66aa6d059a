import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gitFailed, gitRevisionsDiffer, packageEntry } from "../errors/package-errors.ts";
import { depsUnpinned } from "./deps-events.ts";
import { copyFolder } from "./download.ts";
import { packageFacts } from "./package-facts.ts";
import type { PackageSource } from "./package-source.ts";
import type { GitPackage } from "./package-spec.ts";
import type { PinnedPackage } from "./pinned-package.ts";

/** A package in a git repository, at the commit that its revision names now. */
export async function pinGit(spec: GitPackage, source: PackageSource): Promise<PinnedPackage> {
  const [revision = "HEAD", another] = new Set(spec.revisions);
  const title = source.scrub(spec.git);
  if (another !== undefined) throw gitRevisionsDiffer(title, spec.revisions, spec.place);
  warnOfUnpinned(spec, revision, source);
  const clone = await cloneAt(spec, revision, source);
  const commit = await git(["rev-parse", "HEAD"], clone, spec, source);
  const folder = join(clone, subfolder(spec));
  if (!existsSync(join(folder, "dbt_project.yml")))
    throw packageEntry(`"${title}" has no dbt_project.yml at ${revision}.`, spec.place);
  const { subdirectory } = spec;
  return {
    ...packageFacts(folder, title, spec.place, source),
    title: subdirectory === undefined ? title : `${title}/${subdirectory}`,
    version: `revision ${commit}`,
    entry: {
      git: source.scrub(gitAsWritten(spec)),
      revision: commit,
      ...(subdirectory === undefined ? {} : { subdirectory }),
    },
    subdirectory,
    install: (destination) => {
      copyFolder(folder, destination);
      return Promise.resolve();
    },
  };
}

function warnOfUnpinned(spec: GitPackage, revision: string, source: PackageSource): void {
  const isUnpinned = ["HEAD", "main", "master"].includes(revision);
  if (isUnpinned && spec.warnUnpinned !== false)
    source.events.emit(depsUnpinned(source.scrub(spec.git), revision));
}

/** Lock files keep `{{ env_var('...') }}`, so that no secret gets into them. */
function gitAsWritten({ git: rendered, unrendered }: GitPackage): string {
  const written = unrendered as { readonly git?: unknown } | null;
  return typeof written?.git === "string" ? written.git : rendered;
}

function subfolder({ subdirectory = "", place }: GitPackage): string {
  const path = normalize(subdirectory === "" ? "." : subdirectory);
  if (isAbsolute(path) || path.startsWith(".."))
    throw packageEntry(`The subdirectory "${subdirectory}" is not in the repository.`, place);
  return path;
}

async function cloneAt(spec: GitPackage, revision: string, source: PackageSource): Promise<string> {
  const folder = join(source.newFolder(), "clone");
  await git(["clone", "--depth", "1", "--", spec.git, folder], source.root, spec, source);
  if (revision === "HEAD") return folder;
  if (revision.startsWith("-")) throw packageEntry(`"${revision}" is no revision.`, spec.place);
  await git(["fetch", "--depth", "1", "origin", revision], folder, spec, source);
  await git(["reset", "--hard", "FETCH_HEAD"], folder, spec, source);
  return folder;
}

async function git(
  args: readonly string[],
  cwd: string,
  spec: GitPackage,
  source: PackageSource,
): Promise<string> {
  const env = { ...source.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" };
  try {
    const { stdout } = await promisify(execFile)("git", [...args], { cwd, env });
    return stdout.trim();
  } catch (error) {
    const { stderr = "", message = "" } = error as { stderr?: string; message?: string };
    const reason = stderr.trim() === "" ? message : stderr.trim();
    throw gitFailed(source.scrub(spec.git), source.scrub(reason), spec.place);
  }
}

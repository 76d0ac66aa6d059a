import {
  canBeSatisfied,
  readVersionRequirement,
  type VersionRequirement,
} from "../config/version-requirement.ts";
import {
  hubAnswer,
  packageEntry,
  packageNotInHub,
  packageVersionNotFound,
} from "../errors/package-errors.ts";
import { DBT_VERSION } from "../util/versions.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import {
  child,
  isMapping,
  locate,
  readList,
  readMapping,
  readOptional,
  readString,
  required,
  type Located,
} from "../yaml/typed-readers.ts";
import { chooseVersion, type OfferedVersion } from "./choose-version.ts";
import { copyFolder, download, downloadFolder } from "./download.ts";
import type { PackageSource } from "./package-source.ts";
import { readPackageSpec, type HubPackage } from "./package-spec.ts";
import type { PinnedPackage } from "./pinned-package.ts";

const HUB = "https://hub.getdbt.com/";

/** A package of the hub (or of `DBT_PACKAGE_HUB_URL`) in the newest version that is wanted. */
export async function pinHub(spec: HubPackage, source: PackageSource): Promise<PinnedPackage> {
  const requirements = requirementsOf(spec);
  const versions = await offeredVersions(spec, source);
  const offered = Object.keys(readMapping(versions)).map((text) => offer(text, versions));
  const { chosen, installable } = chooseVersion(offered, {
    requirements,
    prereleases: spec.installPrerelease,
    dbtVersion: source.flags.versionCheck
      ? readVersionRequirement(DBT_VERSION)?.version
      : undefined,
  });
  if (chosen === undefined) throw packageVersionNotFound(spec, installable);
  const details = child(versions, chosen);
  const packages = readOptional(child(details, "packages"), readList) ?? [];
  const url = readString(required(required(details, "downloads"), "tarball"));
  return {
    name: readString(required(details, "name")),
    title: spec.package,
    version: `version ${chosen}`,
    entry: { package: spec.package, version: chosen },
    specs: packages.map((entry) => readPackageSpec(entry, entry.value)),
    latest: installable.at(-1) ?? chosen,
    install: async (destination) => {
      copyFolder(await downloadFolder(url, source), destination);
    },
  };
}

function requirementsOf(spec: HubPackage): readonly VersionRequirement[] {
  const texts = spec.versions.flatMap((text) => text.split(",")).map((text) => text.trim());
  const requirements = texts.map((text) => {
    const requirement = readVersionRequirement(text);
    if (requirement !== undefined) return requirement;
    throw packageEntry(
      `"${text}" is no version of the package "${spec.package}".`,
      spec.place,
      'Versions look like "1.1.1", or [">=1.0.0", "<2.0.0"].',
    );
  });
  if (!canBeSatisfied(requirements)) throw packageVersionNotFound(spec, []);
  return requirements;
}

async function offeredVersions(spec: HubPackage, source: PackageSource): Promise<Located> {
  const base = source.env.DBT_PACKAGE_HUB_URL ?? HUB;
  const url = `${base.endsWith("/") ? base : `${base}/`}api/v1/${spec.package}.json`;
  const response = await download(url, source);
  if (response.status === 404) throw packageNotInHub(spec.package, base, spec.place);
  if (!response.ok) throw hubAnswer(url, `the status ${response.status}`);
  const document = readYaml(await response.text(), url);
  if (!isMapping(document.value)) throw hubAnswer(url, "something that is no package");
  return required(locate(document), "versions");
}

function offer(text: string, versions: Located): OfferedVersion {
  const at = child(child(versions, text), "require_dbt_version");
  const isText = typeof at.value === "string";
  const requiresDbt = isText
    ? [readString(at)]
    : (readOptional(at, readList) ?? []).map(readString);
  return { text, requiresDbt };
}

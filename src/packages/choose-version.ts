import {
  compareVersions,
  readVersionRequirement,
  satisfies,
  type Version,
  type VersionRequirement,
} from "../config/version-requirement.ts";

/** A version that the hub offers. */
export interface OfferedVersion {
  readonly text: string;
  /** Requirements on dbt's own version. */
  readonly requiresDbt: readonly string[];
}

export interface Wanted {
  /** All of them must hold. */
  readonly requirements: readonly VersionRequirement[];
  readonly prereleases: boolean;
  /** Versions for another dbt are left out; undefined looks at none. */
  readonly dbtVersion: Version | undefined;
}

export interface Choice {
  /** The newest version that meets the requirements. */
  readonly chosen: string | undefined;
  /** What could be installed here, oldest first. */
  readonly installable: readonly string[];
}

/** Chooses as dbt does: the newest that is wanted among those made for this dbt. */
export function chooseVersion(offered: readonly OfferedVersion[], wanted: Wanted): Choice {
  const { requirements, dbtVersion } = wanted;
  const prereleases =
    wanted.prereleases || requirements.some(({ version }) => version.prerelease !== undefined);
  const known = offered.flatMap(({ text, requiresDbt }) => {
    const version = readVersionRequirement(text)?.version;
    if (version === undefined || (!prereleases && version.prerelease !== undefined)) return [];
    return fitsDbt(requiresDbt, dbtVersion) ? [{ text, version }] : [];
  });
  const sorted = known.toSorted((a, b) => compareVersions(a.version, b.version));
  const fitting = sorted.filter(({ version }) =>
    requirements.every((each) => satisfies(version, each)),
  );
  return { chosen: fitting.at(-1)?.text, installable: sorted.map(({ text }) => text) };
}

function fitsDbt(requirements: readonly string[], dbt: Version | undefined): boolean {
  if (dbt === undefined) return true;
  return requirements.every((text) => {
    const requirement = readVersionRequirement(text);
    return requirement === undefined || satisfies(dbt, requirement);
  });
}

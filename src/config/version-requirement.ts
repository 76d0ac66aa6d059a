/** One requirement such as `>=1.8.0`; without an operator the version itself is required. */
export interface VersionRequirement {
  readonly operator: ">" | ">=" | "<" | "<=" | "=";
  readonly version: Version;
  readonly text: string;
}

export interface Version {
  readonly numbers: readonly [number, number, number];
  /** `rc1`, `beta.2`; undefined for a release. */
  readonly prerelease: string | undefined;
}

const PATTERN =
  /^(>=|>|<|<=|=)?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-?([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]*)?$/;

/** Reads one requirement; undefined when it is none. */
export function readVersionRequirement(text: string): VersionRequirement | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, operator = "=", major, minor, patch, prerelease] = match;
  return {
    operator: operator as VersionRequirement["operator"],
    version: { numbers: [Number(major), Number(minor), Number(patch)], prerelease },
    text: `${operator}${text.replace(/^[<>=]+/, "")}`,
  };
}

export function satisfies(version: Version, requirement: VersionRequirement): boolean {
  const order = compareVersions(version, requirement.version);
  switch (requirement.operator) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "=":
      return order === 0;
  }
}

/** Whether some version meets all requirements. */
export function canBeSatisfied(requirements: readonly VersionRequirement[]): boolean {
  const exact = requirements.filter((one) => one.operator === "=");
  const first = exact[0];
  if (first) return requirements.every((one) => satisfies(first.version, one));
  const lower = requirements.filter((one) => one.operator.startsWith(">"));
  const upper = requirements.filter((one) => one.operator.startsWith("<"));
  return lower.every((low) => upper.every((high) => rangeHolds(low, high)));
}

function rangeHolds(low: VersionRequirement, high: VersionRequirement): boolean {
  const order = compareVersions(low.version, high.version);
  const closed = low.operator === ">=" && high.operator === "<=";
  return order < 0 || (order === 0 && closed);
}

/** Negative when `left` is older. A prerelease is older than its release. */
export function compareVersions(left: Version, right: Version): number {
  for (const index of [0, 1, 2] as const) {
    const difference = left.numbers[index] - right.numbers[index];
    if (difference !== 0) return difference;
  }
  if (left.prerelease === right.prerelease) return 0;
  if (left.prerelease === undefined) return 1;
  if (right.prerelease === undefined) return -1;
  return comparePrereleases(left.prerelease.split("."), right.prerelease.split("."));
}

function comparePrereleases(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const a = left[index];
    const b = right[index];
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    if (a === b) continue;
    const numeric = /^\d+$/.test(a) && /^\d+$/.test(b);
    if (numeric) return Number(a) - Number(b);
    return a < b ? -1 : 1;
  }
  return 0;
}

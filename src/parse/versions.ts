import { toPython } from "../jinja/convert.ts";
import { pyStr } from "../jinja/python-text.ts";

/** `v:` of a model's version as YAML gave it: a number (also a `PyFloat`) or a string. */
export type Version = unknown;

/** A version as ids, aliases and messages write it: `2`, `1.5`, `beta`. */
export function versionText(version: Version): string {
  return pyStr(toPython(version));
}

/** dbt asks for a version only when it is truthy. */
export function isVersionGiven(version: unknown): boolean {
  return version !== null && version !== undefined && version !== "" && version !== 0;
}

/** The version that counts as latest when none is named: by number if both are numbers, else by text. */
export function highestVersion(versions: readonly Version[]): Version {
  return versions.reduce((highest, each) => (isBelow(highest, each) ? each : highest));
}

function isBelow(left: Version, right: Version): boolean {
  const [leftText, rightText] = [versionText(left), versionText(right)];
  const [leftNumber, rightNumber] = [pythonFloat(leftText), pythonFloat(rightText)];
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber < rightNumber;
  return leftText < rightText;
}

/** Python's `float(text)`, for texts that versions have. */
function pythonFloat(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

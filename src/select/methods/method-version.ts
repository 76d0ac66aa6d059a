import { selectorValue } from "../../errors/selector-errors.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

const KINDS = ["latest", "prerelease", "old", "none"];

type Version = string | number | null;

/** `version:`: where a model's version stands to its latest one; `none` has no versions. */
export const matchVersion: MethodFactory = (criterion) => {
  const kind = valueText(criterion);
  if (!KINDS.includes(kind)) throw selectorValue("version", kind, KINDS.join(", "));
  return (resource) => resource.resource_type === "model" && judge(kind, resource);
};

function judge(
  kind: string,
  {
    version,
    latest_version: latest,
  }: { readonly version: Version; readonly latest_version: Version },
): boolean {
  if (kind === "none") return version === null;
  if (kind === "latest") return version !== null && version === latest;
  if (version === null || latest === null) return false;
  const order = compare(version, latest);
  return kind === "prerelease" ? order > 0 : order < 0;
}

/** As numbers where both are; else as text. */
function compare(left: string | number, right: string | number): number {
  const a = Number(left);
  const b = Number(right);
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  const [x, y] = [String(left), String(right)];
  return x < y ? -1 : x > y ? 1 : 0;
}

import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

/** `tag:`: any of the resource's tags. */
export const matchTag: MethodFactory = (criterion) => {
  const pattern = valueText(criterion);
  return (resource) => tagsOf(resource).some((tag) => fnmatch(tag, pattern));
};

/** Unit tests have their tags in their config only. */
function tagsOf(resource: {
  readonly resource_type: string;
  readonly tags?: unknown;
  readonly config: Readonly<Record<string, unknown>>;
}): readonly string[] {
  const tags = resource.resource_type === "unit_test" ? resource.config.tags : resource.tags;
  if (typeof tags === "string") return [tags];
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

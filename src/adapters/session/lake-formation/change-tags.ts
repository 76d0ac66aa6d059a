import type {
  LakeFormationClient,
  LFTagError,
  LFTagPair,
  Resource,
} from "@aws-sdk/client-lakeformation";
import { lakeFormationFailed } from "../../../errors/governance-errors.ts";
import type { Tags } from "./read-tags-config.ts";

/** Assigns tags to a resource, in the place of other values of the same keys. */
export async function assignTags(
  client: LakeFormationClient,
  Resource: Resource,
  name: string,
  tags: Tags,
): Promise<string[]> {
  if (tags.size === 0) return [];
  const { AddLFTagsToResourceCommand } = await import("@aws-sdk/client-lakeformation");
  const LFTags = pairsOf(tags);
  const answer = await client.send(new AddLFTagsToResourceCommand({ Resource, LFTags }));
  refuseFailures(`assign the LF-tag`, name, answer.Failures);
  return [...tags].map(([key, value]) => `Assigned the LF-tag ${key}=${value} to ${name}.`);
}

export async function removeTags(
  client: LakeFormationClient,
  Resource: Resource,
  name: string,
  tags: Tags,
): Promise<string[]> {
  if (tags.size === 0) return [];
  const { RemoveLFTagsFromResourceCommand } = await import("@aws-sdk/client-lakeformation");
  const LFTags = pairsOf(tags);
  const answer = await client.send(new RemoveLFTagsFromResourceCommand({ Resource, LFTags }));
  refuseFailures(`remove the LF-tag`, name, answer.Failures);
  return [...tags].map(([key, value]) => `Removed the LF-tag ${key}=${value} from ${name}.`);
}

function pairsOf(tags: Tags): LFTagPair[] {
  return [...tags].map(([key, value]) => ({ TagKey: key, TagValues: [value] }));
}

/** Lake Formation answers 200 and lists what it did not do. */
function refuseFailures(
  what: string,
  name: string,
  failures: readonly LFTagError[] | undefined,
): void {
  const [first] = failures ?? [];
  if (!first) return;
  const tag = `${first.LFTag?.TagKey ?? ""}=${first.LFTag?.TagValues?.join(",") ?? ""}`;
  throw lakeFormationFailed(`${what} ${tag} (${name})`, first.Error?.ErrorMessage);
}

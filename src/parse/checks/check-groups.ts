import { groupUnknown, publicEphemeral } from "../../errors/project-errors.ts";
import { nearest } from "../../util/nearest.ts";
import { isEphemeral } from "../drafts/draft.ts";
import type { ParseEnvironment } from "../parse-environment.ts";

/** Groups must exist; an ephemeral model cannot be public, because nobody outside could read it. */
export function checkGroupsAndAccess({ manifest }: ParseEnvironment): void {
  const groups = new Set([...manifest.groups.values()].map((group) => group.name));
  for (const draft of manifest.nodes.values()) {
    if (draft.group !== null && draft.group !== "" && !groups.has(draft.group)) {
      throw groupUnknown(draft.uniqueId, draft.group, nearest(draft.group, groups), draft.place);
    }
  }
  for (const draft of manifest.nodes.values()) {
    if (isEphemeral(draft) && draft.model.access === "public")
      throw publicEphemeral(draft.uniqueId, draft.place);
  }
}

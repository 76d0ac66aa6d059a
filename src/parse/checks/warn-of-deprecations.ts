import { deprecatedModel, referenceToDeprecated } from "../../events/parse-events.ts";
import type { Draft } from "../drafts/draft.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { searchName } from "../drafts/ref-index.ts";
import { versionText } from "../versions.ts";

/** Models past their deprecation date, and models that refer to such or soon such models. */
export function warnOfDeprecations({ manifest, events, runtime }: ParseEnvironment): void {
  const deprecated = [...manifest.nodes.values()].filter(
    (each) => each.model.deprecationDate !== null,
  );
  if (deprecated.length === 0) return;
  const children = childrenOf(manifest.nodes.values());
  for (const draft of deprecated) {
    const date = draft.model.deprecationDate ?? "";
    const isPast = Date.parse(date) < runtime.startedAt.getTime();
    if (isPast) events.emit(deprecatedModel(searchName(draft), date, draft.place));
    for (const child of children.get(draft.uniqueId) ?? []) {
      const { name: model, place } = child;
      events.emit(
        referenceToDeprecated({
          model,
          target: searchName(draft),
          date,
          newer: newerOf(draft),
          isPast,
          place,
        }),
      );
    }
  }
}

function childrenOf(drafts: Iterable<Draft>): Map<string, Draft[]> {
  const children = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.kind !== "model") continue;
    for (const id of draft.dependsOnNodes) children.set(id, [...(children.get(id) ?? []), draft]);
  }
  return children;
}

function newerOf({ packageName, name, model }: Draft): string | undefined {
  if (model.version === null) return undefined;
  const latest = versionText(model.latestVersion);
  return latest === versionText(model.version)
    ? undefined
    : `ref('${packageName}', '${name}', v='${latest}')`;
}

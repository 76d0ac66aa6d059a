import type { ProjectConfig } from "../../config/project-config.ts";
import { createDraft } from "../drafts/create-draft.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { textChecksum } from "../../project/file-checksum.ts";
import { renderAndFinish } from "./parse-code-files.ts";

/** `on-run-start` and `on-run-end` of one project as operation nodes. */
export function parseHooks(environment: ParseEnvironment, project: ProjectConfig): void {
  const text = project.document.placeOf([]).text ?? "";
  const checksum = textChecksum(text);
  const phases = [
    { phase: "on-run-start", hooks: project.onRunStart },
    { phase: "on-run-end", hooks: project.onRunEnd },
  ];
  for (const { phase, hooks } of phases) {
    for (const [index, sql] of hooks.entries()) {
      const name = `${project.name}-${phase}-${index}`;
      const draft = createDraft(environment, {
        kind: "operation",
        name,
        packageName: project.name,
        uniqueId: `operation.${project.name}.${name}`,
        path: `hooks/${name}.sql`,
        originalFilePath: "./dbt_project.yml",
        fqn: [project.name, "hooks", name],
        rawCode: sql,
        checksum,
        place: project.document.placeOf([phase, index]),
        tags: [phase],
        hook: { index },
      });
      renderAndFinish(environment, draft);
    }
  }
}

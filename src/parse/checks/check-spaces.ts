import { spacesInName } from "../../errors/project-errors.ts";
import { resourceNamesWithSpaces } from "../../events/parse-deprecations.ts";
import { hasBehavior, type ParseEnvironment } from "../parse-environment.ts";

/** Names with spaces: an error for nodes unless the flag is off; sources have a flag of their own. */
export function checkSpaces(environment: ParseEnvironment): void {
  const { manifest } = environment;
  const nodes = [...manifest.nodes.values()].filter((each) => each.name.includes(" "));
  report(
    environment,
    nodes.map((each) => ({ id: each.uniqueId, path: each.originalFilePath })),
    hasBehavior(environment, "require_resource_names_without_spaces"),
  );
  const sources = new Map(
    [...manifest.sources.values()]
      .filter((each) => each.source_name.includes(" "))
      .map((each) => [`source.${each.package_name}.${each.source_name}`, each.original_file_path]),
  );
  report(
    environment,
    [...sources].map(([id, path]) => ({ id, path })),
    hasBehavior(environment, "require_source_and_semantic_model_names_without_spaces"),
  );
}

interface Named {
  readonly id: string;
  readonly path: string;
}

function report({ events }: ParseEnvironment, found: readonly Named[], isError: boolean): void {
  const [first] = found;
  if (first === undefined) return;
  if (isError)
    throw spacesInName(
      found.map(({ id }) => id),
      { path: first.path },
    );
  events.emit(resourceNamesWithSpaces(found.length));
}

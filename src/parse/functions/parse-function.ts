import type { SourceFile } from "../../project/source-file.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { draftOf, renderAndFinish } from "../resources/parse-code-files.ts";

const LANGUAGES: Readonly<Record<string, string>> = { py: "python", js: "javascript" };

/** A user-defined function in a file. What it returns is in a properties file. */
export function parseFunction(environment: ParseEnvironment, file: SourceFile): void {
  const extension = file.path.slice(file.path.lastIndexOf(".") + 1);
  const draft = draftOf(environment, file, {
    kind: "function",
    language: LANGUAGES[extension] ?? "sql",
  });
  // dbt's own mark for a function that no properties file describes.
  draft.functionPart = {
    returns: { data_type: "INVALID_TYPE", description: null },
    arguments: [],
    overloads: [],
  };
  renderAndFinish(environment, draft);
}

import { readSeedText } from "../../project/read-seed-text.ts";
import type { SourceFile } from "../../project/source-file.ts";
import { fileStem } from "../fqn.ts";
import type { Lookups } from "../lookups.ts";
import type { RowSources } from "./unit-test-rows.ts";

/** Fixtures of a package, and the CSV files of seeds. */
export function createRowSources(
  files: readonly SourceFile[],
  packageName: string,
  lookups: Lookups,
): RowSources {
  const isNamed = (
    file: SourceFile,
    kind: SourceFile["kind"],
    owner: string,
    name: string,
  ): boolean => file.kind === kind && file.packageName === owner && fileStem(file.path) === name;
  return {
    fixture(name) {
      const file = files.find((each) => isNamed(each, "fixture", packageName, name));
      return file === undefined
        ? undefined
        : { text: file.text, isSql: file.path.endsWith(".sql") };
    },
    seed(name, owner) {
      const seed = lookups.refs().find(name, owner ?? packageName);
      if (seed?.kind !== "seed") return undefined;
      const file = files.find((each) => isNamed(each, "seed", seed.packageName, name));
      return file === undefined ? undefined : readSeedText(file);
    },
  };
}

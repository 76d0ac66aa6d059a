import type { JsonObject } from "../util/json.ts";
import type { PackageSpec } from "./package-spec.ts";

/** One version of a package, found where it is kept. */
export interface PinnedPackage {
  /** The name of its project, and of its folder among the installed packages. */
  readonly name: string;
  /** As messages call it. */
  readonly title: string;
  /** `version 1.1.1`, `revision abc`, `<local @ path>` */
  readonly version: string;
  /** Its entry in package-lock.yml. */
  readonly entry: JsonObject;
  /** What the package itself asks for. */
  readonly specs: readonly PackageSpec[];
  readonly subdirectory?: string | undefined;
  /** The hub's newest version that fits this dbt; absent for what is not of the hub. */
  readonly latest?: string;
  /** Puts the package's files into a folder that is not there yet. */
  install(destination: string): Promise<void>;
}

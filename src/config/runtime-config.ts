import type { Environment } from "./environment.ts";
import type { Flags } from "./flags.ts";
import type { Profile } from "./profile.ts";
import type { ProjectConfig } from "./project-config.ts";

/** All that is known before the first file of the project is read. */
export interface RuntimeConfig {
  readonly flags: Flags;
  readonly profile: Profile;
  readonly project: ProjectConfig;
  /** Installed packages and the root, by project name; the root last. */
  readonly packages: ReadonlyMap<string, ProjectConfig>;
  /** Including the variables of `.env`. */
  readonly env: Environment;
  readonly invocationId: string;
  readonly startedAt: Date;
}

import type { Manifest } from "../manifest/manifest.ts";

/** Artifacts of an earlier run, as data. What a file lacks is absent. */
export interface PreviousState {
  /** The folder as the user named it, for messages. */
  readonly folder: string;
  /** manifest.json; sections that old versions lack may be empty. */
  readonly manifest?: Manifest | undefined;
  /** run_results.json */
  readonly results?: readonly { readonly unique_id: string; readonly status: string }[] | undefined;
  /** sources.json of the earlier run. */
  readonly sources?: readonly SourceFreshness[] | undefined;
  /** sources.json in the target folder of this project. */
  readonly currentSources?: readonly SourceFreshness[] | undefined;
}

export interface SourceFreshness {
  readonly unique_id: string;
  /** Absent when the check itself failed. */
  readonly max_loaded_at?: string | undefined;
}

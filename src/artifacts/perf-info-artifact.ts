/** Seconds that the steps of parsing took. */
export interface ParseDurations {
  readonly readFiles: number;
  readonly parse: number;
  readonly fileCount: number;
}

/** perf_info.json: what `parse` measured. The steps that are one here are 0. */
export function perfInfoArtifact(packages: readonly string[], times: ParseDurations): object {
  return {
    path_count: times.fileCount,
    parsed_path_count: times.fileCount,
    static_analysis_path_count: 0,
    static_analysis_parsed_path_count: 0,
    is_partial_parse_enabled: false,
    is_static_analysis_enabled: true,
    read_files_elapsed: times.readFiles,
    load_macros_elapsed: 0,
    parse_project_elapsed: times.parse,
    patch_sources_elapsed: 0,
    process_manifest_elapsed: 0,
    load_all_elapsed: times.readFiles + times.parse,
    projects: packages.map((name) => ({
      project_name: name,
      elapsed: 0,
      parsers: [],
      parsed_path_count: 0,
    })),
  };
}

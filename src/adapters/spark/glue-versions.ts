/** What a version of Glue brings; a format that is absent is not in it. */
export interface GlueVersion {
  readonly spark: string;
  readonly python: string;
  readonly java: string;
  readonly iceberg?: string;
  readonly hudi?: string;
  readonly delta?: string;
}

/** As AWS's release notes say, oldest first. */
export const GLUE_VERSIONS: Readonly<Record<string, GlueVersion>> = {
  "2.0": { spark: "2.4.3", python: "3.7", java: "8" },
  "3.0": {
    spark: "3.1.1",
    python: "3.7",
    java: "8",
    iceberg: "0.13.1",
    hudi: "0.10.1",
    delta: "1.0.0",
  },
  "4.0": {
    spark: "3.3.0",
    python: "3.10",
    java: "8",
    iceberg: "1.0.0",
    hudi: "0.12.1",
    delta: "2.1.0",
  },
  "5.0": {
    spark: "3.5.4",
    python: "3.11",
    java: "17",
    iceberg: "1.7.1",
    hudi: "0.15.0",
    delta: "3.3.0",
  },
  "5.1": {
    spark: "3.5.6",
    python: "3.11",
    java: "17",
    iceberg: "1.10.0",
    hudi: "1.0.2",
    delta: "3.3.2",
  },
  "6.0": {
    spark: "4.1.1",
    python: "3.13",
    java: "17",
    iceberg: "1.11.0",
    hudi: "1.1.1",
    delta: "4.2.0",
  },
};

/** Glue's versions are numbers with a point: `5.1` is newer than `5.0`. */
export function isOlderVersion(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = than.split(".").map(Number);
  return major === otherMajor ? minor < otherMinor : major < otherMajor;
}

/** One of Glue's worker types. */
export interface WorkerType {
  /** DPUs of one worker: 4 vCPUs and 16 GB, or 32 GB where `memoryOptimised`. */
  readonly dpu: number;
  /** R.* and Z.*: counted and billed in M-DPUs. */
  readonly memoryOptimised: boolean;
  /** The first Glue version that has it. */
  readonly since: string;
}

const worker = (dpu: number, since: string, memoryOptimised = false): WorkerType => ({
  dpu,
  since,
  memoryOptimised,
});

/** Every worker type of CreateSession, as AWS documents them. */
export const WORKER_TYPES: Readonly<Record<string, WorkerType>> = {
  Standard: worker(1, "2.0"),
  "G.025X": worker(0.25, "3.0"),
  "G.1X": worker(1, "2.0"),
  "G.2X": worker(2, "2.0"),
  "G.4X": worker(4, "3.0"),
  "G.8X": worker(8, "3.0"),
  "G.12X": worker(12, "4.0"),
  "G.16X": worker(16, "4.0"),
  "R.1X": worker(1, "4.0", true),
  "R.2X": worker(2, "4.0", true),
  "R.4X": worker(4, "4.0", true),
  "R.8X": worker(8, "4.0", true),
  "Z.2X": worker(2, "4.0", true),
};

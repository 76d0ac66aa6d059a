/** The files that a run reads and writes. Paths are absolute. */
export interface ProjectFiles {
  /** Rejects when there is no such file. */
  read(path: string): Promise<Uint8Array>;
  /** Makes the folders it needs, replaces what was there. */
  write(path: string, text: string): Promise<void>;
}

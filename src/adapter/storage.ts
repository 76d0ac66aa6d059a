/** Where table data lies: S3, or a folder. Locations are URIs or paths. */
export interface Storage {
  deletePrefix(location: string): Promise<void>;
  readObject(location: string): Promise<Uint8Array>;
  writeObject(location: string, body: Uint8Array): Promise<void>;
}

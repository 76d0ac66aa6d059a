import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const BACKUPS = 5;

export interface LogFile {
  writeLine(line: string): void;
  close(): void;
}

/**
 * `dbt.log` in a folder, opened with the first line. When a line would make it larger than
 * `maxBytes` it becomes `dbt.log.1`, and so on up to five; 0 means no limit.
 */
export function openLogFile(folder: string, maxBytes: number): LogFile {
  const path = join(folder, "dbt.log");
  let file: { descriptor: number; size: number } | undefined;

  function open(): { descriptor: number; size: number } {
    mkdirSync(folder, { recursive: true });
    const descriptor = openSync(path, "a");
    return { descriptor, size: fstatSync(descriptor).size };
  }

  function close(): void {
    if (file) closeSync(file.descriptor);
    file = undefined;
  }

  return {
    writeLine(line) {
      const bytes = Buffer.from(`${line}\n`, "utf8");
      file ??= open();
      if (maxBytes > 0 && file.size > 0 && file.size + bytes.length >= maxBytes) {
        close();
        rotate(path);
        file = open();
      }
      writeSync(file.descriptor, bytes);
      file.size += bytes.length;
    },
    close,
  };
}

function rotate(path: string): void {
  for (let number = BACKUPS; number >= 1; number--) {
    const from = number === 1 ? path : `${path}.${number - 1}`;
    if (existsSync(from)) renameSync(from, `${path}.${number}`);
  }
}

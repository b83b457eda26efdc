import type { FileHandle } from "node:fs/promises";

/** What an entry is written with. */
export interface EntryFile extends Pick<FileHandle, "datasync"> {
  write(bytes: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesWritten: number }>;
}

/**
 * Writes one entry after the other; each is on the disk before its promise resolves. After a failure, no other entry is
 * written, since it would continue an incomplete line.
 */
export function createAppend(file: EntryFile, start: number): (entry: unknown) => Promise<void> {
  let position = start;
  let last: Promise<void> = Promise.resolve();
  return (entry) => {
    last = last.then(async () => {
      const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
      await writeAll(file, bytes, position);
      await file.datasync();
      position += bytes.length;
    });
    return last;
  };
}

/** A disk that is nearly full takes a part of the bytes, and reports the error at the next write. */
async function writeAll(file: EntryFile, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

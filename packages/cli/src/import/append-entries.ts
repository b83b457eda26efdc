import type { FileHandle } from "node:fs/promises";

/**
 * Writes one entry after the other; each is on the disk before its promise resolves. After a failure, no other entry is
 * written, since it would continue an incomplete line.
 */
export function createAppend(file: Pick<FileHandle, "appendFile" | "datasync">): (entry: unknown) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (entry) => {
    last = last.then(async () => {
      await file.appendFile(`${JSON.stringify(entry)}\n`);
      await file.datasync();
    });
    return last;
  };
}

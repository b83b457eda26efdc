import { type FileHandle, open, unlink } from "node:fs/promises";

/**
 * Creates a file whose name follows from that of another. What is in its place is removed: a link there could lead to
 * any file of the user.
 */
export async function createFile(path: string, mode?: number): Promise<FileHandle> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  return open(path, "wx", mode);
}

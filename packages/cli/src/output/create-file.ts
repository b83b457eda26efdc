import { type FileHandle, open, unlink } from "node:fs/promises";
import { ifExists } from "./if-exists.js";

/**
 * Creates a file whose name follows from that of another. What is in its place is removed: a link there could lead to
 * any file of the user.
 */
export async function createFile(path: string, mode?: number): Promise<FileHandle> {
  await ifExists(unlink(path));
  return open(path, "wx", mode);
}

import { rename } from "node:fs/promises";

/** Has a file written as FILE.part, which gets its name only when it is complete. */
export async function writeThroughPart(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  await write(part);
  await rename(part, path);
}

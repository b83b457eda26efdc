import { rename } from "node:fs/promises";

/** Lets `write` write FILE.part, which is renamed to FILE only when it is complete. */
export async function writeThroughPart(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  await write(part);
  await rename(part, path);
}

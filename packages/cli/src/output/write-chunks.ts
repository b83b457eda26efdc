import type { FileHandle } from "node:fs/promises";

/** What chunks are written to. */
export type ChunkFile = Pick<FileHandle, "writeFile" | "datasync" | "close">;

/**
 * Writes chunks to a file that is opened at the first chunk: without one, an earlier file keeps its content. Resolves
 * when the content is on the disk.
 */
export async function writeChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  openFile: () => Promise<ChunkFile>,
): Promise<void> {
  let file: ChunkFile | undefined;
  try {
    for await (const chunk of chunks) {
      file ??= await openFile();
      await file.writeFile(chunk);
    }
    // A list can be empty.
    file ??= await openFile();
    // A network drive reports a full disk only here, and a file that is renamed before could be empty after a power loss.
    await file.datasync();
  } finally {
    await file?.close();
  }
}

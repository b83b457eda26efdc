import type { FileHandle } from "node:fs/promises";

/** Writes chunks to a file that is opened at the first chunk: without one, an earlier file keeps its content. */
export async function writeChunks(
  chunks: AsyncIterable<Uint8Array>,
  openFile: () => Promise<FileHandle>,
): Promise<void> {
  let file: FileHandle | undefined;
  try {
    for await (const chunk of chunks) {
      file ??= await openFile();
      await file.writeFile(chunk);
    }
    // A list can be empty.
    file ??= await openFile();
  } finally {
    await file?.close();
  }
}

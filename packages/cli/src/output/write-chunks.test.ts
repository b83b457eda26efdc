import { expect, test } from "vitest";
import { type ChunkFile, writeChunks } from "./write-chunks.js";

/** A file that records its calls; `datasync` fails like that of a network drive that is full. */
function createFile({ isFull = false } = {}): ChunkFile & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    writeFile: async (chunk) => void calls.push(String(chunk)),
    async datasync() {
      calls.push("datasync");
      if (isFull) throw new Error("the disk is full");
    },
    close: async () => void calls.push("close"),
  };
}

async function* chunksOf(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

test.for([
  { name: "chunks", texts: ["a", "b"] },
  { name: "an empty list", texts: [] },
])("the content of a file of $name is on the disk before the file is closed", async ({ texts }) => {
  const file = createFile();
  await writeChunks(chunksOf(...texts), async () => file);
  expect(file.calls).toEqual([...texts, "datasync", "close"]);
});

test("an error that a drive reports late is thrown, and the file is closed", async () => {
  const file = createFile({ isFull: true });
  await expect(writeChunks(chunksOf("a"), async () => file)).rejects.toThrow("the disk is full");
  expect(file.calls).toEqual(["a", "datasync", "close"]);
});

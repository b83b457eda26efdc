import { expect, test } from "vitest";
import { createAppend, type EntryFile } from "./append-entries.js";

/** A file that takes at most some bytes of each write, and no more than its capacity. */
function createFile({ capacity = 1_000 }: { readonly capacity?: number } = {}) {
  const content = Buffer.alloc(capacity);
  let end = 0;
  const synced: string[] = [];
  const text = (): string => content.toString("utf8", 0, end);
  const file: EntryFile = {
    async write(bytes, offset, length, position) {
      if (position >= capacity) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      const bytesWritten = bytes.copy(content, position, offset, offset + Math.min(length, 5));
      end = Math.max(end, position + bytesWritten);
      return { bytesWritten };
    },
    async datasync() {
      synced.push(text());
    },
  };
  return { file, text, synced };
}

test("an entry is written whole although each write takes a part of it", async () => {
  const { file, text, synced } = createFile();
  const append = createAppend(file, 0);
  await Promise.all([append({ row: 1, state: "sent" }), append({ row: 2, state: "sent" })]);
  const lines = ['{"row":1,"state":"sent"}\n', '{"row":2,"state":"sent"}\n'];
  expect(text()).toBe(lines.join(""));
  expect(synced).toEqual([lines[0], lines.join("")]);
});

test("an entry that does not fit rejects, and no entry is written after it", async () => {
  const { file, text, synced } = createFile({ capacity: 12 });
  const append = createAppend(file, 0);
  const results = await Promise.allSettled([append({ row: 1, state: "sent" }), append({})]);
  const rejection = { status: "rejected", reason: expect.objectContaining({ code: "ENOSPC" }) };
  expect(results).toEqual([rejection, rejection]);
  expect([text(), synced]).toEqual(['{"row":1,"st', []]);
});

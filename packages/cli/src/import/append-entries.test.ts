import { expect, test } from "vitest";
import { createAppend } from "./append-entries.js";

const ENTRIES = [{ row: 1, state: "sent" }, { row: 2 }];
const LINES = ['{"row":1,"state":"sent"}\n', '{"row":2}\n'];

/** A file that records its calls; without room, its first write fails. */
function createFile({ hasRoom }: { readonly hasRoom: boolean }) {
  const calls: string[] = [];
  return {
    calls,
    async appendFile(text: unknown) {
      calls.push(String(text));
      if (!hasRoom && calls.length === 1) throw new Error("no space left on device");
    },
    datasync: async () => void calls.push("datasync"),
  };
}

test("each entry is on the disk before the next one is written", async () => {
  const file = createFile({ hasRoom: true });
  await Promise.all(ENTRIES.map(createAppend(file)));
  expect(file.calls).toEqual([LINES[0], "datasync", LINES[1], "datasync"]);
});

test("an entry that does not fit rejects, and no entry is written after it", async () => {
  const file = createFile({ hasRoom: false });
  const results = await Promise.allSettled(ENTRIES.map(createAppend(file)));
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(file.calls).toEqual([LINES[0]]);
});

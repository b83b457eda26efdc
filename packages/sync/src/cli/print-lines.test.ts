import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { printLines } from "./print-lines.js";

/** Rows without an end, and how many of them were read. */
function createRows(): { readonly rows: AsyncGenerator<object>; readonly count: () => number } {
  let count = 0;
  async function* generate() {
    for (;;) {
      count += 1;
      yield { id: `lead-${count}` };
    }
  }
  return { rows: generate(), count: () => count };
}

const never = new AbortController().signal;

test("rows are read no faster than stdout takes them", async () => {
  const controller = new AbortController();
  const taken: (() => void)[] = [];
  const stdout = new Writable({ highWaterMark: 64, write: (_chunk, _encoding, done) => void taken.push(done) });
  const { rows, count } = createRows();
  const printing = printLines(rows, stdout, controller.signal);
  await expect.poll(count).toBe(4);
  taken.shift()?.();
  controller.abort(new Error("interrupted"));
  await expect(printing).rejects.toThrow("interrupted");
  expect([count(), stdout.listenerCount("error")]).toEqual([4, 0]);
});

test("an interrupt ends the rows, even if stdout takes each at once", async () => {
  const controller = new AbortController();
  const { rows, count } = createRows();
  const stdout = { write: () => controller.abort(new Error("interrupted")) };
  await expect(printLines(rows, stdout, controller.signal)).rejects.toThrow("interrupted");
  expect(count()).toBe(2);
});

test.for([64, 65_536])("a closed pipe ends the rows without an error: buffer of %i bytes", async (highWaterMark) => {
  const error = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  const stdout = new Writable({ highWaterMark, write: (_chunk, _encoding, done) => void setImmediate(done, error) });
  const { rows } = createRows();
  await printLines(rows, stdout, never);
  expect((await rows.next()).done).toBe(true);
});

test("another failure of stdout is an error", async () => {
  const error = Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done(error) });
  await expect(printLines(createRows().rows, stdout, never)).rejects.toThrow("write ENOSPC");
});

import { expect, onTestFinished, test, vi } from "vitest";
import type { Case } from "./cases/case.ts";
import { nextTurn } from "./runner/next-turn.ts";
import { runInMemory } from "./runner/run-in-memory.ts";

/** As in Firefox, which reads bodies in another thread. */
const TURNS_OF_A_READ = 50;

test("a case in virtual time waits for a read that takes many turns of the event loop", async () => {
  const { text } = Response.prototype;
  const read = vi.spyOn(Response.prototype, "text").mockImplementation(async function (this: Response) {
    for (let turn = 0; turn < TURNS_OF_A_READ; turn++) await nextTurn();
    return text.call(this);
  });
  onTestFinished(() => read.mockRestore());
  const withoutBody: Case = {
    title: "a success without a body is a ResponseError",
    responses: [{ status: 205 }],
    requests: ["GET /leads"],
    expect: { error: "ResponseError" },
    takesMs: 0,
  };

  await runInMemory(withoutBody, String);

  expect(read).toHaveBeenCalled();
});

import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { expect, test } from "vitest";
import { createOnce, type State } from "./create-once.ts";

const spaceId = "space-customers";
const submission = { id: "submission-1", email: "jane@example.com" };

test("a process finds the item that an earlier one was creating when it ended", async () => {
  const { sandbox, state, created } = start();
  const { promise: applied, resolve } = Promise.withResolvers<void>();
  // The API has created the item, and the process never gets the response.
  const ending = createClient({
    apiKey: "sf_sandbox_key",
    fetch: async (url, init) => {
      await sandbox.fetch(url, init);
      resolve();
      return new Promise<never>(() => {});
    },
  });
  void createOnce(ending, spaceId, state)(submission);
  await applied;

  const itemId = await createOnce(connect(sandbox.fetch), spaceId, state)(submission);
  expect(created().map(({ id }) => id)).toEqual([itemId]);
});

test("a process creates nothing for a submission that an earlier one has finished", async () => {
  const { sandbox, state, created } = start();
  const itemId = await createOnce(connect(sandbox.fetch), spaceId, state)(submission);
  expect(await createOnce(connect(sandbox.fetch), spaceId, state)(submission)).toBe(itemId);
  expect(created()).toHaveLength(1);
});

function start() {
  const sandbox = createSandbox();
  const state: State = { created: new Map(), doubtful: new Set() };
  const created = () => sandbox.store.items.filter(({ primary_field }) => primary_field === submission.email);
  return { sandbox, state, created };
}

function connect(fetch: ReturnType<typeof createSandbox>["fetch"]) {
  return createClient({ apiKey: "sf_sandbox_key", fetch });
}

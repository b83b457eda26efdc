import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { beforeEach, expect, test } from "vitest";

const sandbox = createSandbox({ now: new Date("2026-01-01T09:00:00Z") });
const serviceform = createClient({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch });
const spaceId = "space-customers";

beforeEach(() => sandbox.reset());

test("a new customer is stored with the time", async () => {
  const { id } = await serviceform.createItem({ spaceId, primary_field: "Acme" });
  expect(sandbox.store.items.at(-1)).toMatchObject({ id, primary_field: "Acme", created: "2026-01-01T09:00:00.000Z" });
});

test("only the newest chats of one visitor are shown", async () => {
  sandbox.store.chats = [
    { cid: "old", uid: "jane", source: "website", lastMessageTime: 1_767_000_000 },
    { cid: "new", uid: "jane", source: "website", lastMessageTime: 1_767_200_000 },
    { cid: "other", uid: "joe", source: "website", lastMessageTime: 1_767_250_000 },
  ];
  const chats = await serviceform.listChats({ uid: "jane", limit: 1 });
  expect(chats.map(({ cid }) => cid)).toEqual(["new"]);
});

test("a deleted space rejects with its status", async () => {
  sandbox.store.spaces = [];
  await expect(serviceform.listItems({ spaceId })).rejects.toMatchObject({ name: "ApiError", status: 404 });
});

import type { Item } from "@serviceform/types";
import { expect, test } from "vitest";
import { call, read } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";
import { createItemIds } from "./create-item-ids.js";
import { createLazyArray } from "./lazy-array.js";

const items = "/flex/spaces/space-customers/items";
const create = (sandbox: Parameters<typeof read>[0]) =>
  read<Item>(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });

test("a new item gets no ID of one that was created and deleted on an earlier day", async () => {
  const sandbox = createSandbox();
  const created = sandbox.advance({ newShare: 0.5, deletedShare: 0 }).items.created;
  sandbox.store.items = sandbox.store.items.filter(({ id }) => id !== created[0]);
  expect(created).not.toContain((await create(sandbox)).id);
});

test("a day gives no record the ID of one that was deleted before", async () => {
  const sandbox = createSandbox();
  const { store } = sandbox;
  const { id } = await create(sandbox);
  await call(sandbox, `DELETE ${items}/${id}`);
  const gone = [id, store.items.pop()?.id, store.leads.pop()?.id, store.chats.pop()?.cid];
  const changes = sandbox.advance({ newShare: 0.2 });
  const created = [changes.items, changes.leads, changes.chats].flatMap((list) => list.created);
  expect(gone.filter((key) => key !== undefined && created.includes(key))).toEqual([]);
});

test("a new ID in a long list generates no item, and differs from those that a test added", () => {
  const made: number[] = [];
  const store = {
    ...createSandbox().store,
    items: createLazyArray(20_000, (index) => {
      made.push(index);
      return { id: `item-${index + 1}` };
    }),
  };
  store.items.push({ id: "item-20001" });
  const createId = createItemIds(store, 1, { items: 20_000, leads: 0, chats: 0, spaces: 0 });
  expect([createId(), made]).toEqual(["item-20002", []]);
});

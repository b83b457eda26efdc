import type { Item, Space } from "@serviceform/types";
import { expect, test } from "vitest";
import { call, read } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";

const items = "/flex/spaces/space-customers/items";
const noon = Date.UTC(2026, 0, 1, 12);

test("a created item is read back, listed, and stamped by the clock", async () => {
  const sandbox = createSandbox({ now: noon });
  const created = await read<Item>(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  expect(created).toMatchObject({ primary_field: "Acme", space_id: "space-customers" });
  expect([created.created, created.updated]).toEqual(["2026-01-01T12:00:00.000Z", "2026-01-01T12:00:00.000Z"]);
  expect(await read(sandbox, `GET ${items}/${created.id}`)).toEqual(created);
  expect((await read<Item[]>(sandbox, `GET ${items}`)).at(-1)).toEqual(created);
  expect(sandbox.store.items.at(-1)).toEqual(created);
});

test("an update keeps the id and the creation time of an item", async () => {
  let now = noon;
  const sandbox = createSandbox({ now: () => now });
  const created = await read<Item>(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  now += 60_000;
  const updated = await read<Item>(sandbox, `PUT ${items}/${created.id}`, { body: { primary_field: "Acme Ltd" } });
  expect(updated).toEqual({ ...created, primary_field: "Acme Ltd", updated: "2026-01-01T12:01:00.000Z" });
  expect(await read(sandbox, `GET ${items}/${created.id}`)).toEqual(updated);
});

test("a deleted item is gone, and only that one", async () => {
  const sandbox = createSandbox();
  const { length } = sandbox.store.items;
  const { id } = await read<Item>(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  const deleted = await call(sandbox, `DELETE ${items}/${id}`);
  expect([deleted.status, await deleted.text()]).toEqual([200, ""]);
  for (const what of [`GET ${items}/${id}`, `DELETE ${items}/${id}`]) {
    expect((await call(sandbox, what)).status).toBe(404);
  }
  expect(sandbox.store.items).toHaveLength(length);
});

test("every space lists its own items", async () => {
  const sandbox = createSandbox();
  const spaces = await read<Space[]>(sandbox, "GET /flex/spaces");
  let listed = 0;
  for (const { id } of spaces) {
    const own = await read<Item[]>(sandbox, `GET /flex/spaces/${id}/items`);
    expect(own.every(({ space_id }) => space_id === id)).toBe(true);
    listed += own.length;
  }
  expect(listed).toBe(sandbox.store.items.length);
});

test("new ids differ from those that a test added to the store", async () => {
  const sandbox = createSandbox();
  const taken = `item-${sandbox.store.items.length + 1}`;
  sandbox.store.items.push({ id: taken, space_id: "space-customers" });
  const { id } = await read<Item>(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  expect(sandbox.store.items.filter((item) => item.id === id)).toHaveLength(1);
});

test("the first new id differs from those of seeded items that are gone", async () => {
  const sandbox = createSandbox();
  const gone = sandbox.store.items.pop();
  const { id } = await read<Item>(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  expect(id).not.toBe(gone?.id);
});

test("new ids continue those of the option data", async () => {
  const data = { items: [{ id: "mine", space_id: "space-customers" }] };
  const first = await read<Item>(createSandbox({ data }), `POST ${items}`, { body: { primary_field: "Acme" } });
  const seeded = createSandbox().store.items;
  expect(first.id).toBe(seeded[1]?.id);
});

test("ids can be chosen", async () => {
  const sandbox = createSandbox({ createId: () => "mine" });
  expect(await read(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } })).toMatchObject({ id: "mine" });
});

test("an ID that createId returns must be a text, or no item is created", async () => {
  const sandbox = createSandbox({ createId: () => 7 as never });
  const { length } = sandbox.store.items;
  const created = call(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  await expect(created).rejects.toThrow("response to createItem breaks the contract: createId must return a string");
  expect(sandbox.store.items).toHaveLength(length);
});

test("records that a test adds to the store are served", async () => {
  const sandbox = createSandbox();
  sandbox.store.spaces = [{ id: "a/b ü?" }];
  sandbox.store.items = [{ id: "..%2F#", space_id: "a/b ü?", primary_field: "odd" }];
  const path = [sandbox.store.spaces[0]?.id, sandbox.store.items[0]?.id].map((id) => encodeURIComponent(id ?? ""));
  expect(await read(sandbox, `GET /flex/spaces/${path[0]}/items/${path[1]}`)).toMatchObject({ primary_field: "odd" });
});

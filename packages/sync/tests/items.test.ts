import type { Item } from "@serviceform/types";
import { expect, test } from "vitest";
import { createMirror, liveDocuments, storedById } from "./mirror.js";

const options = { streams: ["items"] } as const;

test("items bring the spaces", async () => {
  await using mirror = await createMirror(options);
  const { store } = mirror.sandbox;
  const { streams } = await mirror.run();
  expect(Object.keys(streams)).toEqual(["spaces", "items"]);
  expect(streams.items).toMatchObject({ status: "done", inserted: store.items.length });
  expect(liveDocuments(mirror, "spaces")).toEqual(storedById(store.spaces));
  expect(liveDocuments(mirror, "items")).toEqual(storedById(store.items));
});

test("a space that is gone takes its items along", async () => {
  await using mirror = await createMirror(options);
  const { store } = mirror.sandbox;
  await mirror.run();
  const [gone] = store.spaces;
  const kept = store.items.filter(({ space_id }) => space_id !== gone?.id);
  const lost = store.items.length - kept.length;
  store.spaces = store.spaces.slice(1);
  store.items = kept;
  const { spaces, items } = (await mirror.run()).streams;
  expect(spaces).toMatchObject({ status: "done", deleted: 1 });
  expect(items).toMatchObject({ status: "done", deleted: lost });
});

test("a space without items is deleted while every item stays", async () => {
  await using mirror = await createMirror(options);
  const { store } = mirror.sandbox;
  const { spaces } = store;
  store.spaces = [...spaces, { id: "empty" }];
  await mirror.run();
  store.spaces = spaces;
  expect((await mirror.run()).streams).toMatchObject({
    spaces: { status: "done", deleted: 1 },
    items: { status: "done", deleted: 0 },
  });
});

test("a space whose items fail fails the stream, and deletes nothing", async () => {
  await using mirror = await createMirror(options);
  const { store, faults } = mirror.sandbox;
  await mirror.run();
  store.items = store.items.slice(1);
  faults.add({ kind: "status", status: 500, operation: "listItems", times: 1 });
  const { spaces, items } = (await mirror.run()).streams;
  expect(spaces).toMatchObject({ status: "done", deleted: 0 });
  expect(items).toMatchObject({ status: "failed", deleted: 0, error: { status: 500 } });
});

test("missing spaces are not deleted when their items are refused", async () => {
  await using mirror = await createMirror(options);
  const { store } = mirror.sandbox;
  const many = (space: string): Item[] =>
    Array.from({ length: 60 }, (_, index) => ({ id: `${space}-${index}`, space_id: space }));
  const [first, second] = store.spaces as [{ id: string }, { id: string }];
  store.spaces = [first, second];
  store.items = [...many(first.id), ...many(second.id)];
  await mirror.run();
  store.spaces = [first];
  store.items = many(first.id);
  const { spaces, items } = (await mirror.run()).streams;
  expect(items).toMatchObject({ status: "refused", deleted: 0 });
  expect(spaces).toMatchObject({
    status: "refused",
    deleted: 0,
    error: { message: expect.stringContaining("1 spaces are gone") },
  });
  expect((await mirror.run({ allowMassDelete: true })).streams).toMatchObject({
    spaces: { status: "done", deleted: 1 },
    items: { status: "done", deleted: 60 },
  });
});

test("an empty list of spaces is refused when spaces exist", async () => {
  await using mirror = await createMirror(options);
  await mirror.run();
  mirror.sandbox.store.spaces = [];
  const { streams } = await mirror.run();
  expect(streams).toMatchObject({ spaces: { status: "refused", deleted: 0 } });
  expect(streams.items).toBeUndefined();
});

test("an invalid key ends the run before the other streams", async () => {
  await using mirror = await createMirror({ streams: ["leads", "chats", "items"] }, {}, { apiKey: "wrong" });
  const error = expect.objectContaining({ name: "ApiError", status: 401 });
  expect((await mirror.run()).streams).toEqual({ leads: expect.objectContaining({ status: "failed", error }) });
});

test("a space without a key is rejected by a run, and verify reads the items of the others", async () => {
  const spaces = [{ id: "s" }, { name: "No key" }, null, { id: 7 }, { id: "s" }];
  const fetch = async (url: unknown) => Response.json(String(url).endsWith("/spaces") ? spaces : [{ id: "i" }]);
  await using mirror = await createMirror(options, {}, { fetch });
  expect((await mirror.run()).streams).toMatchObject({
    spaces: { status: "done", rejected: 3 },
    items: { inserted: 1 },
  });
  const none = { missing: [], extra: [], different: [] };
  expect(await mirror.sync.verify()).toEqual({ spaces: none, items: none });
});

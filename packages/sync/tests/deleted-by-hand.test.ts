import { expect, test } from "vitest";
import { createMirror } from "./mirror.js";

test("records that somebody deletes from the table are written again by the next run", async () => {
  await using mirror = await createMirror({ streams: ["leads", "items"] });
  await mirror.run();
  mirror.execute("delete from _leads where id in ('lead-1', 'lead-2'); delete from _items");
  const { leads, items } = (await mirror.run()).streams;
  expect(leads).toMatchObject({ status: "done", seen: 60, inserted: 2, deleted: 0 });
  expect(items).toMatchObject({ status: "done", inserted: items?.seen, deleted: 0 });
  const none = { missing: [], extra: [], different: [] };
  expect(await mirror.sync.verify()).toEqual({ leads: none, items: none, spaces: none });
});

test("chats whose table somebody has emptied are loaded again, though the state says that it has them", async () => {
  await using mirror = await createMirror({ streams: ["chats"] });
  await mirror.run();
  mirror.execute("delete from _chats");
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", inserted: 120 });
  expect(mirror.query("select mode from run order by run")).toEqual([{ mode: "full" }, { mode: "full" }]);
  expect((await mirror.run()).streams.chats).toMatchObject({ inserted: 0 });
  expect(mirror.query("select mode from run where run = 3")).toEqual([{ mode: "window" }]);
});

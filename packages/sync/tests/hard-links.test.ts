import { link, unlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { createMirror } from "./mirror.js";

test("a mirror with a hard link is not written to, since each name would have a lock of its own", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const other = `${mirror.path}-other`;
  await link(mirror.path, other);
  await expect(mirror.run()).rejects.toThrow(`${mirror.path} must not have hard links; use a symbolic link, or a copy`);
  expect(await mirror.sync.status()).toHaveLength(1);
  await unlink(other);
  expect((await mirror.run()).streams.leads?.status).toBe("done");
});

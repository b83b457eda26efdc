import { expect, test } from "vitest";
import { heldMiB } from "../../testing/heap.js";
import { createInternals } from "../../testing/sandbox.js";
import { createPages } from "./create-pages.js";

const pages = createPages(createInternals({}), []);
const get = async (name: string) => pages.fetch(new Request(`http://127.0.0.1:4010/_sandbox/${name}`));

test("requests for files that do not exist are not cached", async () => {
  const name = (number: number) => `${"abcdefghij"[number % 10]?.repeat(1 + number / 10)}${"x".repeat(8_000)}.svg`;
  const held = await heldMiB(async () => {
    for (let number = 0; number < 1_500; number += 1) expect((await get(name(number)))?.status).toBe(404);
  });
  expect(held).toBeLessThan(4);
});

import { expect, test } from "vitest";
import { clientOf, jsonResponse } from "./runner/scripted-client.ts";

test("10 000 queued creates run each once, in bounded memory", async () => {
  const seen: string[] = [];
  let running = 0;
  let most = 0;
  const client = clientOf(
    async (_, init) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      const { primary_field } = JSON.parse(String(init.body));
      seen.push(primary_field);
      return jsonResponse({ id: primary_field });
    },
    { maxConcurrency: 50 },
  );
  const before = process.memoryUsage().heapUsed;
  const pending = Array.from({ length: 10_000 }, (_, index) =>
    client.createItem({ spaceId: "s", primary_field: `n${index}` }),
  );
  const queued = process.memoryUsage().heapUsed - before;
  const items = await Promise.all(pending);
  expect(items.every(({ id }, index) => id === `n${index}`)).toBe(true);
  expect(seen).toHaveLength(10_000);
  expect(new Set(seen).size, "none is sent twice").toBe(10_000);
  expect(most).toBe(50);
  expect(queued / 10_000, "bytes per waiting call").toBeLessThan(10_000);
});

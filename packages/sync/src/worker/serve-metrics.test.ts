import { expect, test } from "vitest";
import { serveMetrics } from "./serve-metrics.js";

test("metrics and health are served on loopback, and nothing else", async () => {
  await using server = await serveMetrics(0, async () => "jobs 3\n");
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
  const [metrics, health, other] = await Promise.all(
    ["/metrics", "/healthz", "/"].map(async (path) => {
      const response = await fetch(server.url + path);
      return [response.status, await response.text()];
    }),
  );
  expect([metrics, health, other]).toEqual([
    [200, "jobs 3\n"],
    [200, "ok\n"],
    [404, "Not found.\n"],
  ]);
});

test("metrics of a queue that cannot be reached are a 503", async () => {
  await using server = await serveMetrics(0, () => Promise.reject(new Error("connection lost")));
  expect((await fetch(`${server.url}/metrics`)).status).toBe(503);
});

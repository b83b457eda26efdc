import { createClient } from "@serviceform/client";
import { startServer } from "@serviceform/sandbox/server";
import { startWebkit } from "@serviceform/tests-runtimes/start-webkit";
import { afterAll, expect, test } from "vitest";
import { VIEWS } from "./live-view.ts";

const server = await startServer({ apiKey: "key-of-the-live-view" });
const webkit = await startWebkit();
afterAll(async () => {
  await webkit.close();
  await server.close();
});

test("in WebKit a click anywhere in the row of a request opens it, and no other click does", async () => {
  const client = createClient({ apiKey: "key-of-the-live-view", baseUrl: server.url, retries: 0 });
  await client.listSpaces();
  await client.listLeads();
  await webkit.open(`${server.url}/_sandbox`);
  await webkit.click("a[href='#requests/2']");
  const targets = await webkit.run(`
    return [...document.querySelectorAll("#request-table tbody tr")].map((row) => {
      const { right, bottom } = row.getBoundingClientRect();
      return document.elementFromPoint(right - 3, bottom - 3).getAttribute("href");
    });
  `);
  expect(targets).toEqual(["#requests/2", "#requests/1"]);

  await webkit.click("#details button");
  for (const view of VIEWS) {
    await webkit.click(`a[href='#${view}']`);
    await webkit.click(`a[href='#${view}'][aria-current]`);
  }
  await webkit.click("button.switch");
  await expect.poll(() => server.sandbox.faults.list()).toMatchObject([{ kind: "status" }]);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { type SiteServer, serveSite } from "./serve-site.ts";

const folder = await mkdtemp(join(tmpdir(), "site-"));
await writeFile(join(folder, "index.html"), "home");
await writeFile(join(folder, "404.html"), "no such page");

afterAll(() => rm(folder, { recursive: true }));

test("a site is served on loopback, at its base path", async () => {
  const { url } = await serve("/docs/");
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
  expect(await (await fetch(url)).text()).toBe("home");
  expect((await fetch(new URL("/", url))).url).toBe(url);
});

test("a missing page gets 404 and the page for it", async () => {
  const { url } = await serve("/");
  const response = await fetch(`${url}gone.html`);
  expect([response.status, await response.text()]).toEqual([404, "no such page"]);
});

test("a port in use is an error with a sentence", async () => {
  const { url } = await serve("/");
  const port = Number(new URL(url).port);
  await expect(serveSite(folder, "/", port)).rejects.toThrow(`Port ${port} is in use`);
});

async function serve(base: string): Promise<SiteServer> {
  const server = await serveSite(folder, base, 0);
  onTestFinished(() => server.close());
  return server;
}

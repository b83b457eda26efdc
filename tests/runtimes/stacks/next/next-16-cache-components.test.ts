import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildNextApp, setLead } from "./next-app.ts";
import { builds, keepsNothing } from "./page-cases.ts";

const app = await buildNextApp("next-16", "partial");
afterAll(() => app[Symbol.asyncDispose]());

test("Next.js 16 builds a page that awaits a method within Suspense", () => builds(app));

test("Next.js 16 prerenders the rest of the page without data of the API", () => {
  const manifest = readFileSync(join(app.folder, ".next/prerender-manifest.json"), "utf8");
  expect(JSON.parse(manifest).routes["/"]).toMatchObject({ renderingMode: "PARTIALLY_STATIC" });
  expect(readFileSync(join(app.folder, ".next/server/app/index.html"), "utf8")).toContain("loading");
  keepsNothing(app);
});

test("Next.js 16 renders current data of the API in the page", async () => {
  const url = await app.start();
  for (const lead of ["lead-before", "lead-after"]) {
    setLead(app.api, lead);
    const response = await fetch(url);
    expect(await response.text()).toContain(lead);
  }
});

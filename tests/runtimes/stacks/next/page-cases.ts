import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type NextApp, setLead } from "./next-app.ts";

interface TestCase {
  readonly title: string;
  run(app: NextApp): Promise<void> | void;
}

const PAGES = ["/default", "/own-fetch", "/safe"];

/** Cases for pages that await calls. */
export const pageCases: readonly TestCase[] = [
  { title: "builds pages that await a method", run: builds },
  { title: "prerenders no page that awaits a method", run: prerendersNone },
  { title: "keeps nothing of what the API has in the build", run: keepsNothing },
  { title: "shows on every page what the API has now", run: showsCurrentLeads },
];

export function builds({ build }: NextApp): void {
  expect(build.code, build.output.slice(-2_000)).toBe(0);
}

function prerendersNone({ folder }: NextApp): void {
  const manifest = readFileSync(join(folder, ".next/prerender-manifest.json"), "utf8");
  const prerendered = Object.keys(JSON.parse(manifest).routes);
  expect(prerendered.filter((route) => PAGES.includes(route))).toEqual([]);
}

export function keepsNothing({ folder }: NextApp): void {
  expect(filesWith(folder, "listLeads").length).toBeGreaterThan(0);
  expect(filesWith(folder, "lead-of-the-build")).toEqual([]);
}

/** The files of a build that contain a text. */
function filesWith(folder: string, text: string): string[] {
  const files = globSync(".next/**", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return paths.filter((path) => readFileSync(path).includes(text));
}

async function showsCurrentLeads(app: NextApp): Promise<void> {
  const url = await app.start();
  for (const lead of ["lead-before", "lead-after"]) {
    setLead(app.api, lead);
    for (const page of PAGES) {
      const response = await fetch(url + page);
      expect(await response.text(), page).toContain(lead);
    }
  }
}

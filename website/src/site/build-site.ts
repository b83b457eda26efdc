import { cp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { stageReference } from "../http/stage-reference.ts";
import { findBrokenLinks } from "../links/find-broken-links.ts";
import { describeSurface } from "./describe-surface.ts";
import { installGenerators } from "./install-generators.ts";
import { runGenerator } from "./run-generator.ts";
import { stagePages } from "./stage-pages.ts";

const SITE = resolve(import.meta.dirname, "../..");
const ROOT = resolve(SITE, "..");
const GENERATORS = join(SITE, "vitepress");
const CONTENT = join(GENERATORS, "content");

/** Builds the whole site for a base path and returns its folder. Throws if a link is broken. */
export async function buildSite(base: string): Promise<string> {
  const folder = join(SITE, "dist");
  await installGenerators(GENERATORS);
  await rm(CONTENT, { recursive: true, force: true });
  await stagePages(ROOT, CONTENT);
  await describeSurface(ROOT, GENERATORS, CONTENT);
  await cp(join(GENERATORS, "public"), join(CONTENT, "public"), { recursive: true });
  await stageReference(CONTENT);
  await rm(folder, { recursive: true, force: true });
  await runGenerator(GENERATORS, "vitepress/bin/vitepress.js", ["build"], { SITE_BASE: base });
  const broken = await findBrokenLinks(folder, base);
  if (broken.length > 0) throw new Error(`broken links in the site:\n${broken.join("\n")}`);
  return folder;
}

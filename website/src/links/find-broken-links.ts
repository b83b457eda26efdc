import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Finds links, scripts, styles, pictures and anchors whose targets are missing from a built site. Returns a sentence
 * for each.
 */
export async function findBrokenLinks(folder: string, base: string): Promise<string[]> {
  const pages = new Map<string, string>();
  for (const file of globSync("**/*.html", { cwd: folder }))
    pages.set(file, await readFile(join(folder, file), "utf8"));
  if (pages.size === 0) return [`${folder} has no page`];
  const anchors = new Map([...pages].map(([file, html]) => [file, readAttributes(html, "id")]));
  const broken: string[] = [];
  for (const [file, html] of pages) {
    for (const target of [...readAttributes(html, "href"), ...readAttributes(html, "src")]) {
      const url = new URL(target, `http://site${base}${file}`);
      if (url.origin !== "http://site") continue;
      const to = findFile(url.pathname);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (to === undefined) broken.push(`${file}: ${target} is not there`);
      else if (anchor !== "" && anchors.get(to)?.has(anchor) === false)
        broken.push(`${file}: ${target} has no such anchor`);
    }
  }
  return broken.sort();

  function findFile(pathname: string): string | undefined {
    if (!pathname.startsWith(base)) return undefined;
    const path = decodeURIComponent(pathname.slice(base.length));
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    return existsSync(join(folder, file)) ? file : undefined;
  }
}

function readAttributes(html: string, name: string): Set<string> {
  const found = html.matchAll(new RegExp(`<[a-z][^>]*\\s${name}="([^"]*)"`, "g"));
  return new Set([...found].map(([, value = ""]) => value.replaceAll("&amp;", "&")));
}

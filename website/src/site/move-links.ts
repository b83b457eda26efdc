import { statSync } from "node:fs";
import { cp } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { readPage } from "../links/read-page.ts";

const REPOSITORY = "https://github.com/serviceform/serviceform-api";

/** How a README that npm publishes links a file of the repository, since other packages are not beside it there. */
const PUBLISHED = `${REPOSITORY}/blob/main/`;

/** The repository, the folder of the site's pages, and the place of each page of the repository on the site. */
export interface Stage {
  readonly root: string;
  readonly content: string;
  readonly pages: ReadonlyMap<string, string>;
}

/** The text of a page of the repository, with links that work from its place on the site. */
export async function moveLinks(stage: Stage, text: string, from: string, to: string): Promise<string> {
  const moved = new Map<string, string>();
  for (const target of (await readPage(join(stage.root, from))).targets) {
    if (target.startsWith(PUBLISHED) || !/^([a-z]+:|#)/.test(target))
      moved.set(target, await move(stage, target, from, to));
  }
  return text.replaceAll(
    /(\]\(|\b(?:src|srcset|href)=")([^)"\s]+)(?=[)"])/g,
    (whole, before: string, target: string) => {
      const there = moved.get(target);
      return there === undefined ? whole : before + there;
    },
  );
}

/** Links a page on the site, copies a picture to the site, and links any other file on GitHub. */
async function move({ root, content, pages }: Stage, target: string, from: string, to: string): Promise<string> {
  const [path = "", anchor] = target.split("#");
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const file = path.startsWith(PUBLISHED)
    ? path.slice(PUBLISHED.length)
    : relative(root, resolve(root, dirname(from), decodeURIComponent(path)));
  const there = pages.get(file);
  if (there !== undefined) return relativeLink(to, there) + hash;
  if (!/\.(svg|png)$/.test(file)) {
    const kind = statSync(join(root, file)).isDirectory() ? "tree" : "blob";
    return `${REPOSITORY}/${kind}/main/${encodeURI(file)}${hash}`;
  }
  await cp(join(root, file), join(content, "pictures", file));
  return relativeLink(to, `pictures/${file}`);
}

function relativeLink(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

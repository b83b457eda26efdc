import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { buildEntry, bundleEntry } from "./build-entry.ts";
import { buildImportMap } from "./build-import-map.ts";
import { type Listening, serveHttp } from "./listen.ts";

/** The suite in a page: of which packages, and whether bundled. */
export interface PageSuite {
  readonly consumer: string;
  readonly isBundled: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
};

/** Serves a page that runs the suite: bundled, or from the installed packages through an import map. */
export async function servePage({ consumer, isBundled }: PageSuite): Promise<Listening> {
  const script = isBundled
    ? await bundleEntry("page", consumer, "esm")
    : await readFile(await buildEntry("page", consumer), "utf8");
  const map = isBundled ? { imports: {} } : buildImportMap(join(consumer, "node_modules"));
  const html = `<!doctype html><meta charset="utf-8"><title>suite</title>
<script type="importmap">${JSON.stringify(map)}</script><script type="module" src="/suite.js"></script>`;
  return serveHttp(({ url = "/" }, response) => {
    const path = normalize(new URL(url, "http://page.example").pathname);
    if (path === "/") return send(response, "text/html", html);
    if (path === "/suite.js") return send(response, "text/javascript", script);
    const type = path.startsWith("/node_modules/") ? TYPES[extname(path)] : undefined;
    if (type === undefined) return void response.writeHead(404).end();
    readFile(join(consumer, path)).then(
      (text) => send(response, type, text),
      () => response.writeHead(404).end(),
    );
  });
}

function send(response: ServerResponse, type: string, text: string | Buffer): void {
  response.writeHead(200, { "content-type": type }).end(text);
}

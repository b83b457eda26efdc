import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/** What is sent for a path. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Where the build puts the files, seen from `src` as from `dist`. */
const FOLDER = new URL("../../dist/page/assets/", import.meta.url);

/** Reads a file of the pages. */
export async function readPageFile(name: string): Promise<PageFile> {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  return { type, bytes: await readFile(new URL(name, FOLDER)) };
}

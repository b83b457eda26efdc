import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { assetUrl } from "../asset-url.js";

/** The content for a path. */
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

/** Reads a file of the pages. */
export async function readPageFile(name: string): Promise<PageFile> {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  return { type, bytes: await readFile(assetUrl(name)) };
}

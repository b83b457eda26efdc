import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { entityTag } from "../../http/entity-tag.js";
import { assetUrl } from "../asset-url.js";

/** The content for a path. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Compresses the bytes, once. */
  zip(): Promise<Uint8Array>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Files that do not change. Unknown names are not cached, since there is no limit to them. */
const cached = new Map<string, PageFile>();

/** Reads a file of the pages, once. */
export async function readPageFile(name: string): Promise<PageFile> {
  const type = TYPES[extname(name)] ?? "application/octet-stream";
  const file = cached.get(name) ?? createPageFile(type, await readFile(assetUrl(name)));
  cached.set(name, file);
  return file;
}

export function createPageFile(type: string, bytes: Uint8Array): PageFile {
  let zipped: Promise<Uint8Array> | undefined;
  const zip = (): Promise<Uint8Array> => {
    zipped ??= promisify(gzip)(bytes);
    return zipped;
  };
  return { type, bytes, etag: entityTag([bytes]), zip };
}

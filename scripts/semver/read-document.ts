import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Document } from "../openapi/document.ts";
import { findFlaw } from "./find-flaw.ts";

const SUCH_AS = "Name a bundled document, such as dist/openapi.json of @serviceform/types.";

/** Reads a bundled document from a file; throws a sentence if it is none. */
export async function readDocument(file: string): Promise<Document> {
  // pnpm runs scripts in the workspace root; INIT_CWD is the user's working directory.
  const text = await readFile(resolve(process.env.INIT_CWD ?? "", file), "utf8").catch(() => {
    throw new Error(`${file} cannot be read.`);
  });
  const document = parse(text, file);
  if (!isDocument(document)) throw new Error(`${file} is no OpenAPI 3 document with info and paths. ${SUCH_AS}`);
  const flaw = findFlaw(document);
  if (flaw !== undefined) throw new Error(`${file} ${flaw}; generate rejects it, and it cannot be compared.`);
  return document;
}

function parse(text: string, file: string): unknown {
  try {
    // Editors on Windows write a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Error(`${file} is not JSON. ${SUCH_AS}`);
  }
}

function isDocument(value: unknown): value is Document {
  const { openapi, info, paths } = Object(value) as Record<string, unknown>;
  return /^3\./.test(String(openapi)) && [info, paths].every((part) => typeof part === "object" && part !== null);
}

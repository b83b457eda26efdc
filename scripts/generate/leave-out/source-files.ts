import { resolve } from "node:path";
import type { BaseResolver } from "@redocly/openapi-core";
import type { Document } from "../../openapi/document.ts";
import { toPlace } from "./place.ts";

/** The parsed files of a document. */
export interface SourceFiles {
  /** The file of the document itself. */
  readonly root: string;
  /** The content of a file; undefined if it is missing or invalid. */
  read(file: string): unknown;
  /** The place that a reference in a file names. */
  resolve(file: string, reference: string): string;
}

/** A bundled document as the only file, without a name. */
export function inOneFile(document: Document): SourceFiles {
  return {
    root: "",
    read: (file) => (file === "" ? document : undefined),
    resolve(_, reference) {
      const [path = "", fragment = ""] = reference.split("#");
      return toPlace(path, `#${fragment}`);
    },
  };
}

/** The files of a spec, as the tools of generation have parsed them. */
export async function readSourceFiles(resolver: BaseResolver, specDir: string): Promise<SourceFiles> {
  const root = resolve(specDir, "openapi.yaml");
  const parsed = new Map<string, unknown>();
  const files = new Set([root]);
  // The set grows while it is read.
  for (const file of files) {
    const document = await resolver.resolveDocument(null, file, file === root).catch(() => undefined);
    if (document === undefined || document instanceof Error) continue;
    parsed.set(file, document.parsed);
    for (const reference of referencesIn(document.parsed)) {
      const [path = ""] = reference.split("#");
      if (path !== "") files.add(resolver.resolveExternalRef(file, path));
    }
  }
  return {
    root,
    read: (file) => parsed.get(file),
    resolve(file, reference) {
      const [path = "", fragment = ""] = reference.split("#");
      return toPlace(path === "" ? file : resolver.resolveExternalRef(file, path), `#${fragment}`);
    },
  };
}

/** Every reference in a value, and what discriminators map to, by reference or by name. */
export function referencesIn(value: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, inner] of Object.entries(node)) {
      if (key === "$ref" && typeof inner === "string") found.push(inner);
      if (key === "discriminator") found.push(...mappedBy(inner));
      visit(inner);
    }
  };
  visit(value);
  return found;
}

function mappedBy(discriminator: unknown): string[] {
  const targets = Object.values(Object(Object(discriminator).mapping)).filter((one) => typeof one === "string");
  return targets.flatMap((one) => (/^[^#/]+$/.test(one) ? [one, `#/components/schemas/${one}`] : [one]));
}

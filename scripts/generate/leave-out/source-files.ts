import { relative, resolve } from "node:path";
import { type BaseResolver, type Document as FileDocument, getLineColLocation } from "@redocly/openapi-core";
import type { Document } from "../../openapi/document.ts";
import { encodePercent, toPointer } from "../../openapi/pointer.ts";
import { referencesIn } from "../../openapi/references.ts";
import { splitPlace, toPlace } from "./place.ts";

/** The parsed files of a document. */
export interface SourceFiles {
  /** The file of the document itself. */
  readonly root: string;
  /** The content of a file; undefined if it is missing or invalid. */
  read(file: string): unknown;
  /** The place that a reference in a file names. */
  resolve(file: string, reference: string): string;
}

/** The files of a spec. */
export interface SpecFiles extends SourceFiles {
  /** Of all files that could be read. */
  readonly names: readonly string[];
  /** The file of a place, relative to the spec, and the line and column of its last key that exists. */
  positionOf(place: string): { readonly file: string; readonly position: string | undefined };
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
export async function readSourceFiles(resolver: BaseResolver, specDir: string): Promise<SpecFiles> {
  const root = resolve(specDir, "openapi.yaml");
  const documents = new Map<string, FileDocument>();
  const files = new Set([root]);
  // The set grows while it is read.
  for (const file of files) {
    const document = await resolver.resolveDocument(null, file, file === root).catch(() => undefined);
    if (document === undefined || document instanceof Error) continue;
    documents.set(file, document);
    for (const reference of referencesIn(document.parsed)) {
      const [path = ""] = reference.split("#");
      if (path !== "") files.add(resolver.resolveExternalRef(file, path));
    }
  }
  return {
    root,
    names: [...documents.keys()],
    read: (file) => documents.get(file)?.parsed,
    positionOf(place) {
      const { file, keys } = splitPlace(place);
      const source = documents.get(file)?.source;
      const pointer = encodePercent(toPointer(keys));
      const { start } = source ? getLineColLocation({ source, pointer, reportOnKey: true }) : {};
      return { file: relative(resolve(specDir), file), position: start && `${start.line}:${start.col}` };
    },
    resolve(file, reference) {
      const [path = "", fragment = ""] = reference.split("#");
      return toPlace(path === "" ? file : resolver.resolveExternalRef(file, path), `#${fragment}`);
    },
  };
}

import { dirname, relative, resolve } from "node:path";
import type { Document, Source } from "@redocly/openapi-core";
import { escapePointer } from "../openapi/pointer.ts";
import { FileResolver } from "./file-resolver.ts";

/**
 * Reads the files of a spec as the tools of generation can. A discriminator can map to the name of a schema, which they
 * read as that of a file: it becomes a reference. They do not bundle a reference of the document to itself by its file,
 * which loses the file.
 */
export class SpecResolver extends FileResolver {
  readonly #root: string;
  /** Of the schemas in the document, which is read before the files that it refers to. */
  #names: ReadonlySet<string> = new Set();

  constructor(specDir: string) {
    super();
    this.#root = resolve(specDir, "openapi.yaml");
  }

  override parseDocument(source: Source, isRoot = false): Document {
    const document = super.parseDocument(source, isRoot);
    const { absoluteRef, body } = source;
    if (absoluteRef === this.#root) {
      this.#names = new Set(Object.keys(Object(document.parsed?.components?.schemas)));
      if (/openapi\.yaml#/.test(body)) this.#referWithin(document.parsed);
    }
    // Few files have any.
    if (!/\bmapping\b/.test(body)) return document;
    const path = relative(dirname(absoluteRef), this.#root).replaceAll("\\", "/");
    this.#referByName(document.parsed, absoluteRef === this.#root ? "" : path);
    return document;
  }

  /** The same for references to the document. */
  #referWithin(value: unknown, seen = new Set<object>()): void {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      const [file = "", ...fragment] = key === "$ref" && typeof inner === "string" ? inner.split("#") : [];
      const isOwn = file !== "" && this.resolveExternalRef(this.#root, file) === this.#root;
      if (isOwn) Object.assign(value, { $ref: `#${fragment.join("#")}` });
      else this.#referWithin(inner, seen);
    }
  }

  /** Changes the value, which belongs to the document that was just parsed. */
  #referByName(value: unknown, path: string, seen = new Set<object>()): void {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      const mapping: unknown = key === "discriminator" ? Object(inner).mapping : undefined;
      if (typeof mapping !== "object" || mapping === null) {
        this.#referByName(inner, path, seen);
        continue;
      }
      for (const [text, target] of Object.entries(mapping as Record<string, unknown>))
        if (typeof target === "string" && this.#names.has(target))
          Object.assign(mapping, { [text]: `${path}#/components/schemas/${escapePointer(target)}` });
    }
  }
}

import { dirname, relative, resolve } from "node:path";
import { BaseResolver, type Document, type Source } from "@redocly/openapi-core";
import { escapePointer } from "../openapi/pointer.ts";

/**
 * Reads the files of a spec. A discriminator can map to the name of a schema, which the tools of generation read as that of
 * a file: it becomes a reference.
 */
export class SpecResolver extends BaseResolver {
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
    if (absoluteRef === this.#root) this.#names = new Set(Object.keys(Object(document.parsed?.components?.schemas)));
    // Few files have any.
    if (!/\bmapping\b/.test(body)) return document;
    const path = relative(dirname(absoluteRef), this.#root).replaceAll("\\", "/");
    this.#referByName(document.parsed, absoluteRef === this.#root ? "" : path);
    return document;
  }

  /** Changes the value, which belongs to the document that was just parsed. */
  #referByName(value: unknown, path: string): void {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const mapping: unknown = key === "discriminator" ? Object(inner).mapping : undefined;
      if (typeof mapping !== "object" || mapping === null) {
        this.#referByName(inner, path);
        continue;
      }
      for (const [text, target] of Object.entries(mapping as Record<string, unknown>))
        if (typeof target === "string" && this.#names.has(target))
          Object.assign(mapping, { [text]: `${path}#/components/schemas/${escapePointer(target)}` });
    }
  }
}

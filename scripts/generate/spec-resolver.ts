import { dirname, relative, resolve } from "node:path";
import type { Document, Source } from "@redocly/openapi-core";
import { objectsIn } from "../openapi/objects-in.ts";
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
      if (/openapi\.yaml#/.test(body)) for (const one of objectsIn(document.parsed)) this.#referWithin(one);
    }
    // Few files have any.
    if (!/\bmapping\b/.test(body)) return document;
    const path = relative(dirname(absoluteRef), this.#root).replaceAll("\\", "/");
    for (const one of objectsIn(document.parsed)) this.#referByName(one, absoluteRef === this.#root ? "" : path);
    return document;
  }

  /** Changes a reference to the document itself. */
  #referWithin(value: object & { $ref?: unknown }): void {
    if (typeof value.$ref !== "string") return;
    const [file = "", ...fragment] = value.$ref.split("#");
    const isOwn = file !== "" && this.resolveExternalRef(this.#root, file) === this.#root;
    if (isOwn) value.$ref = `#${fragment.join("#")}`;
  }

  /** Changes the mapping of a discriminator. */
  #referByName({ discriminator }: { discriminator?: unknown }, path: string): void {
    const mapping: unknown = Object(discriminator).mapping;
    for (const [text, target] of Object.entries(Object(mapping)))
      if (typeof target === "string" && this.#names.has(target))
        Object.assign(Object(mapping), { [text]: `${path}#/components/schemas/${escapePointer(target)}` });
  }
}

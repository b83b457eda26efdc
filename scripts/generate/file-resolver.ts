import { isUtf8 } from "node:buffer";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { BaseResolver, type Document, Source } from "@redocly/openapi-core";
import { objectsIn } from "../openapi/objects-in.ts";
import { decodeFragment } from "../openapi/pointer.ts";

/** Reads the files of a spec, and none from another server: what is generated depends on the spec alone. */
export class FileResolver extends BaseResolver {
  /** A reference is a URI, in which the name of a file can be percent-encoded. */
  override resolveExternalRef(base: string | null, ref: string): string {
    const path = super.resolveExternalRef(base, ref);
    return path.includes("%") && !isRemote(path) && !existsSync(path) ? decodeFragment(path) : path;
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isRemote(absoluteRef))
      throw new Error(`${absoluteRef} is not a file, and nothing is read from a server; refer to a copy in spec/`);
    const { body, mimeType } = await super.loadExternalRef(absoluteRef);
    const source = new QuickSource(absoluteRef, body, mimeType);
    // What is no UTF-8 was replaced by this character, which a text can also contain.
    if (source.body.includes("\uFFFD") && !isUtf8(await readFile(absoluteRef)))
      throw new Error(`${absoluteRef} is not in UTF-8; save it in that encoding`);
    return source;
  }

  /** By its extension in any case. */
  override parseDocument(source: Source, isRoot = false): Document {
    const document = super.parseDocument(source, isRoot || /\.(?:ya?ml|json)$/i.test(source.absoluteRef));
    if (source.body.includes("!!binary")) replaceBytes(document.parsed);
    return document;
  }
}

/** Without a search for duplicate keys, which takes quadratic time, and which the parser of the values has made. */
class QuickSource extends Source {
  override getAst(safeLoad: Parameters<Source["getAst"]>[0]): ReturnType<Source["getAst"]> {
    return super.getAst((text, options) => safeLoad(text, { ...options, ignoreDuplicateKeys: true }));
  }
}

/** Replaces bytes of YAML by their base64, as which JSON has them. */
function replaceBytes(value: unknown): void {
  for (const owner of objectsIn(value))
    for (const [key, inner] of Object.entries(owner))
      if (inner instanceof Uint8Array) Object.assign(owner, { [key]: Buffer.from(inner).toString("base64") });
}

function isRemote(reference: string): boolean {
  return /^https?:\/\//.test(reference);
}

import { mkdtempDisposable, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OpenApi } from "../render-files.ts";

/** The document without the operations that generation rejects. */
export interface OpenedDocument {
  readonly document: OpenApi;
  /** The document with those that are valid, but not supported. */
  readonly bundled: OpenApi;
  readonly operationCount: number;
  readonly rejected: readonly RejectedOperation[];
}

export interface RejectedOperation {
  /** Such as `GET /pets`. */
  readonly title: string;
  readonly issues: readonly { readonly message: string }[];
}

const scripts = new URL("../../../scripts/generate/", import.meta.url).href;
const { openSupported } = (await import(`${scripts}open-supported.ts`)) as {
  openSupported: (folder: string, resolver: object, prepare: (document: OpenApi) => OpenApi) => Promise<OpenedDocument>;
};
const { SpecResolver } = (await import(`${scripts}spec-resolver.ts`)) as {
  SpecResolver: new (folder: string) => object;
};
const { checkVersion } = (await import(`${scripts}check-version.ts`)) as {
  checkVersion: (folder: string, resolver: object) => Promise<void>;
};

/** Reads an OpenAPI document, with the files beside it that it refers to. Throws if nothing can be generated from it. */
export async function openDocument(file: string): Promise<OpenedDocument> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "differential-"));
  await writeFile(join(folder.path, "openapi.yaml"), await readFile(file));
  const neighbors = (await readdir(dirname(file))).filter((name) => name !== "openapi.yaml");
  await Promise.all(neighbors.map((name) => symlink(join(dirname(file), name), join(folder.path, name))));
  const resolver = new SpecResolver(folder.path);
  await checkVersion(folder.path, resolver);
  // The document's server can be relative to the server of its file.
  return await openSupported(folder.path, resolver, withServer);
}

function withServer(document: OpenApi): OpenApi {
  const [server] = (document.servers ?? []) as readonly { url?: string }[];
  return server?.url?.startsWith("https://") ? document : { ...document, servers: [{ url: "https://api.test" }] };
}

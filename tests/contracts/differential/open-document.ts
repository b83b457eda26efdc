import { copyFile, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApi } from "../render-files.ts";

/** The document without the operations that generation rejects. */
export interface OpenedDocument {
  readonly document: OpenApi;
  /** The document with them. */
  readonly complete: OpenApi;
  readonly operationCount: number;
  readonly rejected: readonly RejectedOperation[];
}

export interface RejectedOperation {
  /** Such as `GET /pets`. */
  readonly title: string;
  readonly issues: readonly { readonly message: string }[];
}

interface Remainder extends Omit<OpenedDocument, "complete"> {
  readonly issues: readonly { readonly message: string }[];
}

const scripts = new URL("../../../scripts/generate/", import.meta.url).href;
const { bundle } = (await import(`${scripts}bundle.ts`)) as { bundle: (folder: string) => Promise<OpenApi> };
const { leaveOutRejected } = (await import(`${scripts}leave-out-rejected.ts`)) as {
  leaveOutRejected: (document: OpenApi) => Remainder;
};
const { checkVersion } = (await import(`${scripts}check-version.ts`)) as {
  checkVersion: (folder: string) => Promise<void>;
};

/** Reads an OpenAPI document of one file. Throws if nothing can be generated from it. */
export async function openDocument(file: string): Promise<OpenedDocument> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "differential-"));
  await copyFile(file, join(folder.path, "openapi.yaml"));
  await checkVersion(folder.path);
  // The document's server can be relative to the server of its file.
  const bundled = withServer(await bundle(folder.path));
  const { issues, ...opened } = leaveOutRejected(bundled);
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join("\n"));
  return { ...opened, complete: bundled };
}

function withServer(document: OpenApi): OpenApi {
  const [server] = (document.servers ?? []) as readonly { url?: string }[];
  return server?.url?.startsWith("https://") ? document : { ...document, servers: [{ url: "https://api.test" }] };
}

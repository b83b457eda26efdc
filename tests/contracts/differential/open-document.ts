import { copyFile, mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApi } from "../render-files.ts";

/** A document without the operations that generation rejects. */
export interface OpenedDocument {
  readonly document: OpenApi;
  /** With them. */
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

/** Reads an OpenAPI document of one file. Throws where nothing of it can be generated. */
export async function openDocument(file: string): Promise<OpenedDocument> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "differential-"));
  await copyFile(file, join(folder.path, "openapi.yaml"));
  await checkVersion(folder.path);
  // A server is where the contract has it; the one of the document may stand for the server of the file itself.
  const bundled = withServer(await bundle(folder.path));
  const { issues, ...opened } = leaveOutRejected(bundled);
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join("\n"));
  return { ...opened, complete: bundled };
}

function withServer(document: OpenApi): OpenApi {
  const [server] = (document.servers ?? []) as readonly { url?: string }[];
  return server?.url?.startsWith("https://") ? document : { ...document, servers: [{ url: "https://api.test" }] };
}

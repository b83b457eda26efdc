import type { Store } from "../world/create-store.js";
import { describeContract } from "./describe-contract.js";
import { type PageFile, readPageFile } from "./page-file.js";
import { refuse } from "./refuse.js";
import { renderReference } from "./render-reference.js";
import { sendFile } from "./send-file.js";

/** The pages that a sandbox's server has beside the API. */
export interface Pages {
  /** Answers a request for a page or for what a page needs; undefined for every other one. */
  fetch(request: Request): Promise<Response> | undefined;
}

export interface PageOptions {
  readonly store: Store;
  /** Filled in where the reference tries an operation out. */
  readonly apiKey: string;
}

/** Reserved for the pages: the contract has no path that begins like this. */
const RESERVED = /^\/(_sandbox(\/.*)?)?$/;

export function createPages(options: PageOptions): Pages {
  const files = listFiles(options);
  return {
    fetch(request) {
      const { pathname } = new URL(request.url);
      if (!RESERVED.test(pathname)) return undefined;
      const reads = request.method === "GET" || request.method === "HEAD";
      // The contract has no `/`, and the API is to answer what it answers in memory.
      if (pathname === "/" && !reads) return undefined;
      return answer(files[pathname], reads, request);
    },
  };
}

type ReadFile = () => Promise<PageFile>;

async function answer(file: ReadFile | undefined, reads: boolean, request: Request): Promise<Response> {
  if (!file) return refuse(404, "The sandbox has no such page. It has / and /_sandbox.");
  if (!reads) return refuse(405, `${request.method} is not allowed here.`, { allow: "GET, HEAD" });
  return sendFile(await file(), request);
}

function listFiles({ store, apiKey }: PageOptions): Readonly<Record<string, ReadFile>> {
  return {
    "/": once(() => renderReference(apiKey)),
    "/_sandbox/icon.svg": once(() => readPageFile("assets/icon.svg")),
    "/_sandbox/openapi.json": () => describeContract(store),
    "/_sandbox/reference.css": once(() => readPageFile("assets/reference.css")),
    "/_sandbox/reference.js": once(() => readPageFile("browser/reference.js")),
    "/_sandbox/scalar.js": once(() => readPageFile("assets/scalar.js")),
  };
}

/** What does not change is read, hashed and compressed once. */
function once(read: ReadFile): ReadFile {
  let file: Promise<PageFile> | undefined;
  return () => {
    file ??= read();
    return file;
  };
}

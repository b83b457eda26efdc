import { matchOperation } from "@serviceform/types";
import type { SandboxInternals } from "../../create-sandbox.js";
import { chooseAccount } from "./choose-account.js";
import { createEventStream } from "./event-stream.js";
import { followSnapshots } from "./follow-snapshots.js";
import { handleAction } from "./handle-action.js";
import { isOwnHost } from "./is-own-host.js";
import { pageError } from "./page-error.js";
import { type PageFile, readPageFile } from "./page-file.js";
import { findReader } from "./read-data.js";
import { describeContract } from "./reference/describe-contract.js";
import { renderReference } from "./reference/render-reference.js";
import { storeExamples } from "./reference/store-examples.js";
import { addSafetyHeaders } from "./safety-headers.js";
import { sendFile } from "./send-file.js";

/** The pages of a sandbox's server, in addition to the API. */
export interface Pages {
  /** Responds to a request for a page or one of its files; undefined for every other request. */
  fetch(request: Request): Promise<Response> | undefined;
  /** Closes the streams that update pages. */
  close(): void;
}

/** Reserved for the pages, but for a `/` of the contract. */
const RESERVED = /^\/(_sandbox(\/.*)?)?$/;

/** The name of a file that a page loads. */
const ASSET = /^\/_sandbox\/([a-z-]+\.(?:css|js|svg))$/;

type ReadFile = (url: URL) => PageFile | Promise<PageFile>;

/** @param hosts the names under which the pages are there, beside `localhost` and IP addresses */
export function createPages(open: SandboxInternals, hosts: readonly string[]): Pages {
  const { sandbox, log, api, apiKey } = open;
  const { store } = sandbox;
  log.recordsResponses = true;
  const events = createEventStream();
  const files: Readonly<Record<string, ReadFile>> = {
    "/": () => renderReference(apiKey),
    "/_sandbox": () => readPageFile("live.html"),
    "/_sandbox/": () => readPageFile("live.html"),
    "/_sandbox/openapi.json": ({ origin }) =>
      describeContract(storeExamples(store, api.accounts.get(apiKey).now()), origin),
  };

  async function read(request: Request, url: URL, chosen: SandboxInternals): Promise<Response> {
    const { pathname } = url;
    const [, asset] = ASSET.exec(pathname) ?? [];
    const file = await (asset ? readPageFile(asset).catch(() => undefined) : files[pathname]?.(url));
    const isStream = pathname === "/_sandbox/events";
    const readData = findReader(url);
    if (!file && !isStream && !readData) return pageError(404, "The sandbox has no such page. It has / and /_sandbox.");
    if (!isRead(request)) return pageError(405, `${request.method} is not allowed here.`, { allow: "GET, HEAD" });
    if (file) return sendFile(file, request);
    if (readData) return readData(chosen);
    const body = request.method === "HEAD" ? null : events.open(() => followSnapshots(chosen));
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  async function respond(request: Request, url: URL): Promise<Response> {
    if (!isOwnHost(url, hosts)) return pageError(403, hostNotAllowed(url.hostname));
    const chosen = chooseAccount(open, url);
    if (!chosen) return pageError(404, "The sandbox has no such account.");
    return handleAction(request, chosen) ?? read(request, url, chosen);
  }

  return {
    fetch(request) {
      const url = new URL(request.url);
      if (!RESERVED.test(url.pathname) || (url.pathname === "/" && !isPageRequest(request))) return undefined;
      return respond(request, url).then(addSafetyHeaders);
    },
    close: events.close,
  };
}

/** A request for `/` by a browser, or any that reads, if the contract has no `/` that can be read. */
function isPageRequest(request: Request): boolean {
  if (!isRead(request)) return false;
  return matchOperation("GET", "/") === undefined || /\btext\/html\b/.test(request.headers.get("accept") ?? "");
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

function hostNotAllowed(hostname: string): string {
  return `The sandbox's pages are at localhost, an IP address, its host and the names of --allow-host, not at ${hostname}.`;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Result } from "../suite/run-suite.ts";
import { createControlled, type Installed } from "./control-routes.ts";
import { serveHttp } from "./listen.ts";

/** The report of a finished suite. */
export interface Report {
  readonly results: readonly Result[];
  /** The error of the suite itself. */
  readonly broke?: string;
}

export interface Control extends AsyncDisposable {
  readonly url: string;
  readonly report: Promise<Report>;
}

/** Listens for the requests of a suite: servers of the sandbox, other origins, taps. */
export async function startControl(installed: Installed): Promise<Control> {
  const { promise: report, resolve: take } = Promise.withResolvers<Report>();
  const { routes, taps, received, close } = createControlled(installed);
  const server = await serveHttp(async (request, response) => {
    allowEveryOrigin(request, response);
    const { method, headers } = request;
    const [, kind = "", id = "", action] = (request.url ?? "").split(/[/?]/);
    if (method === "OPTIONS") return void response.writeHead(204).end();
    if (kind === "tap") return taps.open(id, response);
    if (kind === "other-origin") {
      received[Number(id)]?.push(`${method} ${request.url}`);
      return void response.end("[]");
    }
    try {
      const body = JSON.parse((await text(request)) || "{}");
      if (kind === "report") take(body);
      const data = await routes[`${method} ${kind}`]?.({ url: `http://${headers.host}`, id, action, body });
      response.end(JSON.stringify(data ?? null));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  return {
    url: server.url,
    report,
    async [Symbol.asyncDispose]() {
      await close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Allows requests of cross-origin pages. */
function allowEveryOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-methods", "GET, POST, PUT, DELETE");
  const requestedHeaders = request.headers["access-control-request-headers"];
  if (requestedHeaders !== undefined) response.setHeader("access-control-allow-headers", requestedHeaders);
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Result } from "../suite/run-suite.ts";
import {
  type ControlRoutes,
  type Installed,
  otherOriginRoutes,
  sandboxRoutes,
  seedDataRoutes,
  tapRoutes,
} from "./control-routes.ts";
import { serveHttp } from "./listen.ts";
import { createTaps } from "./taps.ts";

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
  const received: string[][] = [];
  const taps = createTaps();
  const sandboxes = sandboxRoutes(installed);
  const { promise: report, resolve: take } = Promise.withResolvers<Report>();
  let routes: ControlRoutes = {};
  const server = await serveHttp(async (request, response) => {
    allowEveryOrigin(request, response);
    const [, kind = "", id = ""] = (request.url ?? "").split(/[/?]/);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (kind === "tap") return taps.open(id, response);
    if (kind !== "other-origin") return respond(routes, request, response);
    received[Number(id)]?.push(`${request.method} ${request.url}`);
    response.end("[]");
  });
  const { url } = server;
  routes = {
    ...sandboxes.routes,
    ...otherOriginRoutes(url, received),
    ...tapRoutes(url, taps),
    ...seedDataRoutes(installed),
    "POST report": ({ body }) => take(body as Report),
  };
  return {
    url,
    report,
    async [Symbol.asyncDispose]() {
      await sandboxes.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function respond(routes: ControlRoutes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, kind, id = "", action] = (request.url ?? "").split(/[/?]/);
  try {
    const given = await text(request);
    const body = given === "" ? {} : JSON.parse(given);
    const data = await routes[`${request.method} ${kind}`]?.({ id, action, body });
    response.end(JSON.stringify(data ?? null));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

/** Allows requests of cross-origin pages. */
function allowEveryOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-methods", "GET, POST, PUT, DELETE");
  const requestedHeaders = request.headers["access-control-request-headers"];
  if (requestedHeaders !== undefined) response.setHeader("access-control-allow-headers", requestedHeaders);
}

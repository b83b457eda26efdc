import type * as sandboxModule from "@serviceform/sandbox";
import type * as serverModule from "@serviceform/sandbox/server";
import type { Taps } from "./taps.ts";

/** The installed packages that the runner uses itself. */
export interface Installed {
  readonly createSandbox: typeof sandboxModule.createSandbox;
  readonly startServer: typeof serverModule.startServer;
}

/** The requests that a suite can make, by method and kind. */
export type ControlRoutes = Readonly<Record<string, (request: ControlRequest) => unknown>>;

interface ControlRequest {
  readonly id: string;
  readonly action: string | undefined;
  readonly body: unknown;
}

/** Servers of the sandbox, each for one case. */
export function sandboxRoutes({ startServer }: Installed): { routes: ControlRoutes; close(): Promise<unknown> } {
  const servers: Awaited<ReturnType<Installed["startServer"]>>[] = [];
  return {
    routes: {
      "POST sandboxes": async ({ body }) => {
        const server = await startServer(body as object);
        return { id: `${servers.push(server) - 1}`, url: server.url };
      },
      "GET sandboxes": ({ id }) => servers[Number(id)]?.sandbox.requests,
      "DELETE sandboxes": ({ id }) => servers[Number(id)]?.close(),
    },
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}

/** Other origins, below `url`, to which no request may be sent; `received` has the requests of each. */
export function otherOriginRoutes(url: string, received: string[][]): ControlRoutes {
  return {
    "POST other-origins": () => {
      const id = received.push([]) - 1;
      return { id: `${id}`, url: `${url}/other-origin/${id}` };
    },
    "GET other-origins": ({ id }) => received[Number(id)],
  };
}

/** Responses that the suite controls, below `url`. */
export function tapRoutes(url: string, taps: Taps): ControlRoutes {
  return {
    "POST taps": ({ id, action, body }) => {
      if (action === "end") return taps.end(id);
      if (action === "bytes") return taps.send(id, Uint8Array.from(body as number[]));
      const created = taps.create();
      return { id: created, url: `${url}/tap/${created}` };
    },
    "GET taps": ({ id }) => taps.left(id),
  };
}

/** The seed data of the runner's own sandbox. */
export function seedDataRoutes({ createSandbox }: Installed): ControlRoutes {
  return {
    "POST seed-data": ({ body }) => {
      const { store } = createSandbox(body as object);
      return { text: JSON.stringify([store.spaces, store.items, [...store.leads], [...store.chats]]) };
    },
  };
}

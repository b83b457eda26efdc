import type * as sandboxModule from "@serviceform/sandbox";
import type * as serverModule from "@serviceform/sandbox/server";
import { createTaps, type Taps } from "./taps.ts";

/** The installed packages that the runner uses itself. */
export interface Installed {
  readonly createSandbox: typeof sandboxModule.createSandbox;
  readonly startServer: typeof serverModule.startServer;
}

interface ControlRequest {
  /** The URL of the runner. */
  readonly url: string;
  readonly id: string;
  readonly action: string | undefined;
  readonly body: unknown;
}

interface Controlled {
  /** The requests that a suite can make, by method and kind. */
  readonly routes: Readonly<Record<string, (request: ControlRequest) => unknown>>;
  /** Responses that the suite controls. */
  readonly taps: Taps;
  /** The requests to each other origin, to which none may be sent. */
  readonly received: readonly string[][];
  close(): Promise<unknown>;
}

/** What a suite controls: servers of the sandbox, each for one case, other origins, taps and seed data. */
export function createControlled({ createSandbox, startServer }: Installed): Controlled {
  const servers: serverModule.SandboxServer[] = [];
  const received: string[][] = [];
  const taps = createTaps();
  return {
    routes: {
      "POST sandboxes": async ({ body }) => {
        const server = await startServer(body as object);
        return { id: `${servers.push(server) - 1}`, url: server.url };
      },
      "GET sandboxes": ({ id }) => servers[Number(id)]?.sandbox.requests,
      "DELETE sandboxes": ({ id }) => servers[Number(id)]?.close(),
      "POST other-origins": ({ url }) => {
        const id = received.push([]) - 1;
        return { id: `${id}`, url: `${url}/other-origin/${id}` };
      },
      "GET other-origins": ({ id }) => received[Number(id)],
      "POST taps": ({ url, id, action, body }) => {
        if (action === "end") return taps.end(id);
        if (action === "bytes") return taps.send(id, Uint8Array.from(body as number[]));
        const created = taps.create();
        return { id: created, url: `${url}/tap/${created}` };
      },
      "GET taps": ({ id }) => taps.left(id),
      "POST seed-data": ({ body }) => {
        const { store } = createSandbox(body as object);
        return { text: JSON.stringify([store.spaces, store.items, [...store.leads], [...store.chats]]) };
      },
    },
    taps,
    received,
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}

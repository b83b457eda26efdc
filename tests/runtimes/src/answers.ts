import type * as sandboxModule from "@serviceform/sandbox";
import type * as serverModule from "@serviceform/sandbox/server";
import type { Taps } from "./taps.ts";

/** The installed packages that the runner uses itself. */
export interface Installed {
  readonly createSandbox: typeof sandboxModule.createSandbox;
  readonly startServer: typeof serverModule.startServer;
}

/** What a suite may ask for, by method and kind. */
export type Answers = Readonly<Record<string, (asked: Asked) => unknown>>;

interface Asked {
  readonly id: string;
  readonly action: string | undefined;
  readonly body: unknown;
}

/** Servers of the sandbox, each for one case. */
export function answerSandboxes({ startServer }: Installed): { answers: Answers; close(): Promise<unknown> } {
  const servers: Awaited<ReturnType<Installed["startServer"]>>[] = [];
  return {
    answers: {
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

/** Doors that nobody is meant to come to, below `url`. */
export function answerStrangers(url: string, visitors: string[][]): Answers {
  return {
    "POST strangers": () => {
      const id = visitors.push([]) - 1;
      return { id: `${id}`, url: `${url}/strangers-door/${id}` };
    },
    "GET strangers": ({ id }) => visitors[Number(id)],
  };
}

/** Answers that come as the suite lets them, below `url`. */
export function answerTaps(url: string, taps: Taps): Answers {
  return {
    "POST taps": ({ id, action, body }) => {
      if (action === "end") return taps.end(id);
      if (action === "bytes") return taps.send(id, Uint8Array.from(body as number[]));
      const created = taps.create();
      return { id: created, url: `${url}/taps-door/${created}` };
    },
    "GET taps": ({ id }) => taps.left(id),
  };
}

/** The world of the runner's own sandbox. */
export function answerWorlds({ createSandbox }: Installed): Answers {
  return {
    "POST worlds": ({ body }) => {
      const { store } = createSandbox(body as object);
      return { text: JSON.stringify([store.spaces, store.items, [...store.leads], [...store.chats]]) };
    },
  };
}

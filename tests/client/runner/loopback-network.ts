import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { ScriptedResponse } from "../cases/case.ts";
import { listen } from "./listen.ts";
import { chunksOf, headersOf, type Network, type ReceivedRequest, UNEXPECTED_REQUEST } from "./network.ts";
import { nextTimer } from "./next-turn.ts";

export interface LoopbackNetwork extends Network {
  /** How many requests the client has started, including those that have not arrived yet. */
  readonly begun: number;
  /** Whether a response is stalled or delayed. */
  readonly held: boolean;
}

/** Responds on loopback sockets: resets, truncated bodies and stalls are real. */
export async function createLoopbackNetwork(): Promise<LoopbackNetwork> {
  const script: ScriptedResponse[] = [];
  const seen: ReceivedRequest[] = [];
  const crossOriginRequests: ReceivedRequest[] = [];
  const open = new Map<ServerResponse, string>();
  const held = new Set<ServerResponse>();
  let begun = 0;

  const main = await listen(async (request, response) => {
    const scripted = script.shift() ?? UNEXPECTED_REQUEST;
    const entry = note(request, seen);
    open.set(response, `${entry.method} ${entry.path}`);
    response.once("close", () => {
      open.delete(response);
      held.delete(response);
    });
    entry.body = await text(request).catch(() => "");
    if (!response.destroyed) await act(scripted, response, { origins, held });
  });
  const otherServer = await listen((request, response) => {
    note(request, crossOriginRequests);
    response.end("[]");
  });
  const origin = main.url;
  const otherOrigin = `http://localhost:${otherServer.port}`;
  const origins = { "same origin": origin, "another origin": otherOrigin };

  return {
    ...{ origin, otherOrigin, seen, crossOriginRequests },
    fetch(url, init) {
      begun += 1;
      return globalThis.fetch(url, init);
    },
    get begun() {
      return begun;
    },
    get held() {
      return held.size > 0;
    },
    enqueue(responses) {
      begun = 0;
      for (const list of [script, seen, crossOriginRequests]) list.length = 0;
      script.push(...responses);
    },
    openBodies: () => closeAll(open),
    async close() {
      await Promise.all([main.close(), otherServer.close()]);
    },
  };
}

function note(
  { method = "", url = "", headers }: IncomingMessage,
  list: ReceivedRequest[],
): { body: string } & ReceivedRequest {
  const [path = "", query = ""] = url.split("?");
  const origin = `http://${headers.host}`;
  const entry = { origin, method, path, query, headers: headers as Record<string, string>, body: "" };
  list.push(entry);
  return entry;
}

interface Stage {
  readonly origins: Record<string, string>;
  readonly held: Set<ServerResponse>;
}

async function act(scripted: ScriptedResponse, response: ServerResponse, { origins, held }: Stage): Promise<void> {
  const { socket } = response;
  const { delayMs = 0, pauseMs = 0, breaksAfter, stallsAfter, ...intact } = scripted;
  const hold = async (ms: number): Promise<void> => {
    held.add(response);
    await new Promise((resolve) => setTimeout(resolve, ms));
    held.delete(response);
  };
  if (delayMs) await hold(delayMs);
  if (breaksAfter === "nothing") return void socket?.resetAndDestroy();
  if (stallsAfter === "nothing") return void held.add(response);
  const chunks = chunksOf(scripted);
  const length = chunksOf(intact).reduce((sum, chunk) => sum + chunk.length, 0);
  const headers = headersOf(scripted, origins);
  if (scripted.framing !== "chunked" && length > 0) headers["content-length"] = `${length}`;
  if (response.destroyed) return;
  response.writeHead(scripted.status ?? 200, headers);
  response.flushHeaders();
  for (const [index, chunk] of chunks.entries()) {
    if (index > 0) await (pauseMs ? hold(pauseMs) : nextTimer());
    if (response.destroyed) return;
    await new Promise<void>((resolve) => response.write(chunk, () => resolve()));
  }
  if (breaksAfter !== undefined) return void socket?.destroy();
  if (stallsAfter !== undefined && !response.destroyed) return void held.add(response);
  response.end();
}

/** Returns the connections that the client keeps open, and ends them. */
async function closeAll(open: ReadonlyMap<ServerResponse, string>): Promise<string[]> {
  // The client closes its end of a connection at once; the server notices a moment later.
  for (let turn = 0; open.size > 0 && turn < 1_000; turn++) await nextTimer(turn < 20 ? 0 : 5);
  const left = [...open.values()].map((name) => `connection of ${name}`);
  for (const response of open.keys()) response.destroy();
  return left;
}

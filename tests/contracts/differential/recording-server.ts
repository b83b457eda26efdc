import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The response of the server from now on. */
export interface Reply {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string | Uint8Array;
}

export interface RecordingServer extends AsyncDisposable {
  readonly url: string;
  /** Takes the requests since the last time. */
  take(): RecordedRequest[];
  reply: Reply;
}

/** Starts a server on loopback that records each request unchanged. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const received: RecordedRequest[] = [];
  const server = createServer({ maxHeaderSize: 2 ** 20 }, async (request, response) => {
    const { method = "", url: target = "", headers } = request;
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    received.push({ method, target, headers: Object.fromEntries(texts), body: await buffer(request) });
    const { status, contentType, body } = recording.reply;
    response.writeHead(status, contentType === undefined ? {} : { "content-type": contentType });
    response.end(body);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const recording: RecordingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => received.splice(0),
    reply: { status: 200, contentType: undefined, body: "" },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
  return recording;
}

import { once } from "node:events";
import type { ServerResponse } from "node:http";

export interface Taps {
  /** Returns its id. */
  create(): string;
  /** A download has started. */
  open(id: string, response: ServerResponse): void;
  send(id: string, bytes: Uint8Array): Promise<object>;
  end(id: string): Promise<object>;
  /** Resolves when the download was cancelled. */
  left(id: string): Promise<object>;
}

/** Responses that the suite controls. */
export function createTaps(): Taps {
  const taps: PromiseWithResolvers<ServerResponse>[] = [];
  const find = (id: string): PromiseWithResolvers<ServerResponse> => {
    const tap = taps[Number(id)];
    if (!tap) throw new Error(`There is no tap ${id}.`);
    return tap;
  };
  return {
    create: () => `${taps.push(Promise.withResolvers()) - 1}`,
    open(id, response) {
      response.writeHead(200, { "content-type": "application/json" });
      response.flushHeaders();
      find(id).resolve(response);
    },
    async send(id, bytes) {
      const response = await find(id).promise;
      await new Promise<void>((resolve) => response.write(bytes, () => resolve()));
      return {};
    },
    async end(id) {
      (await find(id).promise).end();
      return {};
    },
    async left(id) {
      const response = await find(id).promise;
      if (!response.destroyed) await once(response, "close");
      if (response.writableEnded) throw new Error("It was downloaded to the end.");
      return {};
    },
  };
}

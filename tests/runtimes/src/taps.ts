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
  const taps = new Map<string, { open: (response: ServerResponse) => void; opened: Promise<ServerResponse> }>();
  const opened = (id: string): Promise<ServerResponse> => {
    const tap = taps.get(id);
    return tap ? tap.opened : Promise.reject(new Error(`There is no tap ${id}.`));
  };
  return {
    create() {
      const id = `${taps.size}`;
      let open: (response: ServerResponse) => void = () => {};
      const promise = new Promise<ServerResponse>((resolve) => {
        open = resolve;
      });
      taps.set(id, { open, opened: promise });
      return id;
    },
    open(id, response) {
      response.writeHead(200, { "content-type": "application/json" });
      response.flushHeaders();
      taps.get(id)?.open(response);
    },
    async send(id, bytes) {
      const response = await opened(id);
      await new Promise<void>((resolve) => response.write(bytes, () => resolve()));
      return {};
    },
    async end(id) {
      (await opened(id)).end();
      return {};
    },
    async left(id) {
      const response = await opened(id);
      if (!response.destroyed) await once(response, "close");
      if (response.writableEnded) throw new Error("It was downloaded to the end.");
      return {};
    },
  };
}

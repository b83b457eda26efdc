import type { Fetch } from "@serviceform/client";
import { callRunner } from "./call-runner.ts";
import type { Stage } from "./case.ts";

/** A response that the case controls. */
export interface Tap {
  readonly baseUrl: string;
  /** Undefined for the runtime's own `fetch`. */
  readonly fetch: Fetch | undefined;
  send(bytes: readonly number[]): Promise<void>;
  end(): Promise<void>;
  /** Resolves when the client has cancelled the download. */
  left(): Promise<void>;
}

export function openTap({ host, where }: Stage): Promise<Tap> {
  return where === "memory" ? openMemoryTap() : openHttpTap(host.control);
}

async function openMemoryTap(): Promise<Tap> {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => leave(),
  });
  return {
    baseUrl: "https://tap.example",
    fetch: async () => new Response(body, { headers: { "content-type": "application/json" } }),
    send: async (bytes) => controller?.enqueue(Uint8Array.from(bytes)),
    end: async () => controller?.close(),
    left: () => left,
  };
}

async function openHttpTap(control: string): Promise<Tap> {
  const { id, url } = (await callRunner(`${control}/taps`, "POST")) as { id: string; url: string };
  return {
    baseUrl: url,
    fetch: undefined,
    send: async (bytes) => void (await callRunner(`${control}/taps/${id}/bytes`, "POST", bytes)),
    end: async () => void (await callRunner(`${control}/taps/${id}/end`, "POST")),
    left: async () => void (await callRunner(`${control}/taps/${id}/left`, "GET")),
  };
}

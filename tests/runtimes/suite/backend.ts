import type { Fetch } from "@serviceform/client";
import { createSandbox, type RecordedRequest, type SandboxOptions } from "@serviceform/sandbox";
import { callRunner } from "./call-runner.ts";
import { NOW } from "./now.ts";

/** How the client reaches the sandbox. */
export type Where = "memory" | "http";

/** A sandbox, in memory or on a server. */
export interface Backend {
  readonly baseUrl: string;
  /** Undefined for the runtime's own `fetch`. */
  readonly fetch: Fetch | undefined;
  requests(): Promise<readonly RecordedRequest[]>;
  close(): Promise<void>;
}

export function openMemory(options: SandboxOptions): Backend {
  const sandbox = createSandbox({ now: NOW, ...options });
  return {
    baseUrl: "https://sandbox.example",
    fetch: sandbox.fetch,
    requests: async () => sandbox.requests,
    close: async () => {},
  };
}

/** Starts a server in the runner. */
export async function openHttp(control: string, options: SandboxOptions): Promise<Backend> {
  const { id, url } = (await callRunner(`${control}/sandboxes`, "POST", { now: NOW, ...options })) as {
    id: string;
    url: string;
  };
  return {
    baseUrl: url,
    fetch: undefined,
    async requests() {
      const seen = (await callRunner(`${control}/sandboxes/${id}`, "GET")) as RecordedRequest[];
      // Preflights are sent by the browser, not by the client.
      return seen.filter(({ method }) => method !== "OPTIONS");
    },
    close: async () => void (await callRunner(`${control}/sandboxes/${id}`, "DELETE")),
  };
}

import type { Fetch } from "@serviceform/client";
import { createSandbox, type RecordedRequest, type SandboxOptions } from "@serviceform/sandbox";
import { ask } from "./ask.ts";
import { NOW } from "./now.ts";

/** How the client reaches the sandbox. */
export type Where = "memory" | "http";

/** A sandbox, wherever it is. */
export interface Backend {
  readonly baseUrl: string;
  /** Undefined where the runtime's own is to be used. */
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

/** Has the runner start a server. */
export async function openHttp(control: string, options: SandboxOptions): Promise<Backend> {
  const { id, url } = (await ask(`${control}/sandboxes`, "POST", { now: NOW, ...options })) as {
    id: string;
    url: string;
  };
  return {
    baseUrl: url,
    fetch: undefined,
    async requests() {
      const seen = (await ask(`${control}/sandboxes/${id}`, "GET")) as RecordedRequest[];
      // What browsers ask before they send is not the client's.
      return seen.filter(({ method }) => method !== "OPTIONS");
    },
    close: async () => void (await ask(`${control}/sandboxes/${id}`, "DELETE")),
  };
}

// Implementations that can be the client's `fetch`.
import { type ClientOptions, createClient, type Fetch } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
// biome-ignore lint/correctness/noUndeclaredDependencies: it is among the tools
import crossFetch from "cross-fetch";
// biome-ignore lint/correctness/noUndeclaredDependencies: it is among the tools
import nodeFetch from "node-fetch";
// biome-ignore lint/correctness/noUndeclaredDependencies: it is among the tools
import { ProxyAgent, fetch as undiciFetch } from "undici";

const dispatcher = new ProxyAgent("http://localhost:8080");
// Mocks as typed by Jest and Vitest.
// biome-ignore lint/suspicious/noExplicitAny: their types have it
declare const anyMock: (...args: any[]) => any;
declare const typedMock: ((...args: Parameters<typeof fetch>) => ReturnType<typeof fetch>) & { mock: object };

export const fetches: ClientOptions["fetch"][] = [
  fetch,
  globalThis.fetch,
  (url, init) => fetch(url, init),
  (url, init) => fetch(url, { ...init, dispatcher }),
  async (url, init) => fetch(url, { ...init, cache: "force-cache", next: { revalidate: 60 } }),
  async (url, init) => fetch(new Request(url, init)),
  (input: string | URL | Request, init?: RequestInit) => fetch(input, init),
  undiciFetch,
  (url, init) => undiciFetch(url, { ...init, dispatcher }),
  nodeFetch,
  (url, init) => nodeFetch(url, { ...init, compress: false }),
  crossFetch,
  createSandbox().fetch,
  anyMock,
  typedMock,
  async () => new Response("[]"),
  async () => ({ ok: true, status: 200, json: async () => [] }),
  async (url, { method, headers, signal }) => {
    const name: string | undefined = headers["user-agent"];
    signal.throwIfAborted();
    return new Response(`${method} ${url} ${name}`);
  },
];

export const timed: Fetch = async (url, init) => {
  const response = await fetch(url, { ...init, dispatcher });
  response.headers.forEach(() => {});
  return response;
};

/** The response of `safe` is the platform's. */
export const status = async (): Promise<Response | undefined> => (await createClient().safe.listLeads()).response;

// These must not compile.
export const none: ClientOptions["fetch"][] = [
  // @ts-expect-error: no response
  async () => "text",
  // @ts-expect-error: no promise
  () => new Response(""),
  // @ts-expect-error: takes no URL
  (url: number) => fetch(String(url)),
];

import type { SentRequest } from "./connect.ts";
import type { AnyClient, LoadedContract } from "./load-contract.ts";

/** The response to one request; the status is 200 by default. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface PageServer {
  readonly client: AnyClient;
  readonly sent: (SentRequest & { readonly signal: AbortSignal | undefined })[];
  /** Resolves when the first request has arrived. */
  readonly requested: Promise<void>;
}

/** More than any test needs, so that endless pagination fails and does not hang. */
const MOST_REQUESTS = 10_000;

/** A client whose requests get responses in memory; a request without a reply hangs. */
export function createPageServer(
  { createClient }: LoadedContract,
  reply: (index: number, url: string) => Reply | undefined,
): PageServer {
  const sent: PageServer["sent"] = [];
  const { promise: requested, resolve } = Promise.withResolvers<void>();
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const signal = init.signal ?? undefined;
    sent.push({ method: init.method ?? "GET", url, headers, body: init.body as string, signal });
    if (sent.length > MOST_REQUESTS) throw new Error("the pagination does not end");
    const given = reply(sent.length - 1, url);
    resolve();
    if (given) {
      const { body = null, status = 200, headers = {} } = given;
      return Response.json(body, { status, headers: { ...headers } });
    }
    return new Promise((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  };
  return { client: createClient({ apiKey: "sf_sandbox_key", fetch: fetch as never, retries: 0 }), sent, requested };
}

/** All values, which are added to `all` as they arrive. */
export async function collect(values: AsyncIterable<unknown> | undefined, all: unknown[] = []): Promise<unknown[]> {
  for await (const value of values ?? []) all.push(value);
  return all;
}

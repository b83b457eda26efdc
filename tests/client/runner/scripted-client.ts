import {
  type CallOptions,
  type ClientOptions,
  createClient,
  type Fetch,
  type ServiceformClient,
} from "@serviceform/client";

/** A client whose requests a function responds to. */
export function clientOf(fetch: Fetch, options: ClientOptions = {}): ServiceformClient {
  return createClient({ apiKey: "key", baseUrl: "https://api.example", fetch, ...options });
}

export function jsonResponse(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), {
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
  });
}

/** The reason with which a promise rejects. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at errors of every class
export async function rejection(promise: Promise<unknown>): Promise<any> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it resolves, but must reject");
}

/** The ways to list leads. */
export const listLeadsBy: Readonly<
  Record<"method" | "safe" | "stream", (client: ServiceformClient, options?: CallOptions) => Promise<unknown>>
> = {
  method: (client, options) => client.listLeads({}, options),
  safe: (client, options) => client.safe.listLeads({}, options),
  stream: (client, options) => Array.fromAsync(client.stream.listLeads({}, options)),
};

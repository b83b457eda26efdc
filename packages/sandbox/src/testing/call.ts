import type { Sandbox } from "../create-sandbox.js";

/** The request of a test; a missing key or content type is added. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or unchanged if it is a text, a form or a Blob. */
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly signal?: AbortSignal;
}

type Called = Pick<Sandbox, "fetch">;

/** Sends a request such as "GET /leads" to a sandbox. */
export function call({ fetch }: Called, what: string, sent: Sent = {}): Promise<Response> {
  const { body, signal } = sent;
  const [method = "GET", path = "/"] = what.split(" ");
  const key = "key" in sent ? sent.key : "sf_sandbox_key";
  const hasType = body instanceof FormData || body instanceof Blob;
  const headers = {
    ...(key !== undefined && { "sf-api-key": key }),
    ...(body !== undefined && !hasType && { "content-type": "application/json" }),
    ...sent.headers,
  };
  const content = typeof body === "string" || hasType ? body : JSON.stringify(body);
  return fetch(`https://link.serviceform.com${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: content }),
    ...(signal && { signal }),
  });
}

/** Sends a request and reads the JSON of a success. */
export async function read<Output>(sandbox: Called, what: string, sent?: Sent): Promise<Output> {
  const response = await call(sandbox, what, sent);
  if (!response.ok) throw new Error(`the response to ${what} is ${response.status}: ${await response.text()}`);
  return (await response.json()) as Output;
}

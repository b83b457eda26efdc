import type { Sandbox } from "../create-sandbox.js";
import { judge, operationOf } from "./judge.js";

/** What a test sends; the key and the content type are added where they are not given. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is where it is text. */
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly signal?: AbortSignal;
  /** False where the answer is meant to break the contract. */
  readonly judged?: boolean;
}

type Called = Pick<Sandbox, "fetch"> & { readonly faults?: Sandbox["faults"] };

/** Sends a request such as "GET /leads" to a sandbox, and has the answer judged unless a fault may spoil it. */
export async function call({ fetch, faults }: Called, what: string, sent: Sent = {}): Promise<Response> {
  const { body, signal, judged = !faults?.list().length } = sent;
  const [method = "GET", path = "/"] = what.split(" ");
  const key = "key" in sent ? sent.key : "sandbox";
  const headers = {
    ...(key !== undefined && { "sf-api-key": key }),
    ...(body !== undefined && { "content-type": "application/json" }),
    ...sent.headers,
  };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`https://link.serviceform.com${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: text }),
    ...(signal && { signal }),
  });
  if (judged) await assertDocumented(method, path, response);
  return response;
}

/** Throws for an answer that ajv finds wrong. One that is made while it is read is left for its reader. */
async function assertDocumented(method: string, path: string, response: Response): Promise<void> {
  const operation = operationOf(method, new URL(path, "https://link.serviceform.com").pathname);
  const streamed = response.body !== null && !response.headers.has("content-length");
  if (operation === undefined || streamed) return;
  const verdict = judge(operation, response.status, await response.clone().text());
  if (verdict !== undefined) throw new Error(`${method} ${path} was answered with ${response.status}: ${verdict}`);
}

/** Sends a request and reads the JSON of a success. */
export async function read<Output>(sandbox: Called, what: string, sent?: Sent): Promise<Output> {
  const response = await call(sandbox, what, sent);
  if (!response.ok) throw new Error(`${what} was answered with ${response.status}: ${await response.text()}`);
  return (await response.json()) as Output;
}

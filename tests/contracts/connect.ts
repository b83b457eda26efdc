import type { AnyClient, AnyFetchClient, LoadedContract } from "./load-contract.ts";

/** A request as `fetch` gets it. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface Connection {
  readonly client: AnyClient;
  /** The path-style client. */
  readonly paths: AnyFetchClient;
  readonly sandbox: ReturnType<LoadedContract["createSandbox"]>;
  readonly sent: SentRequest[];
  /** The arguments of handlers. */
  readonly handled: { readonly operation: string; readonly input: unknown }[];
  /** The result of handlers from now on. */
  respondWith(output: unknown): void;
}

const apiKey = "sf_sandbox_key";

/** Both clients of a contract on its sandbox, whose handlers all return one value. */
export function connect(
  { createClient, createFetchClient, createSandbox, stub }: LoadedContract,
  first?: unknown,
): Connection {
  const sent: SentRequest[] = [];
  const handled: Connection["handled"] = [];
  const sandbox = createSandbox({ apiKey, leadCount: 0, chatCount: 0, itemCount: 0 });
  let output = first;
  stub.handle = (operation, input) => {
    handled.push({ operation, input });
    return output;
  };
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init.headers));
    sent.push({ method: init.method ?? "GET", url, headers, body: init.body as string | undefined });
    return sandbox.fetch(url, init);
  };
  const options = { apiKey, fetch: fetch as never, retries: 0 };
  const respondWith = (next: unknown): void => {
    output = next;
  };
  return { client: createClient(options), paths: createFetchClient(options), sandbox, sent, handled, respondWith };
}

/** Sends a request to a sandbox with its key. */
export function send({ sandbox }: Pick<Connection, "sandbox">, path: string, init: RequestInit = {}, key = "x-key") {
  return sandbox.fetch(`https://api.test${path}`, { ...init, headers: { [key]: apiKey, ...init.headers } });
}

/** A JSON body for `send`. */
export function jsonInit(value: unknown, method = "POST"): RequestInit {
  return { method, body: JSON.stringify(value), headers: { "content-type": "application/json" } };
}

/** The name of the error that a call rejects with; undefined if it resolves. */
export async function errorName(call: Promise<unknown> | undefined): Promise<string | undefined> {
  return call?.then(
    () => undefined,
    ({ name }) => name,
  );
}

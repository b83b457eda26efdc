import type {
  CallEvent,
  CallOptions,
  ClientOptions,
  Item,
  Lead,
  Methods,
  OperationId,
  Problem,
  RetryOptions,
  SafeMethods,
  SafeResults,
  ServiceformClient,
  StreamMethods,
} from "@serviceform/client";
import { createClient, isApiError } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";

// Only compiled: an @ts-expect-error whose next line compiles is an error. The input and output of a method are tested by
// packages/types/src/methods.test-d.ts; this file tests that the client's methods are those.

declare const client: ServiceformClient;
declare const error: unknown;

/** Compiles only if both types are the same. */
function same<Expected>() {
  return <Actual>(
    _: Actual,
    ..._same: (<T>() => T extends Expected ? 1 : 2) extends <T>() => T extends Actual ? 1 : 2 ? [] : [never]
  ): void => {};
}

export function canary(): void {
  // @ts-expect-error if this compiles, `same` proves nothing below
  same<1>()(2 as const);
}

export function methods(): void {
  const own: { [Id in OperationId]: ServiceformClient[Id] } = client;
  same<{ [Id in OperationId]: Methods<CallOptions>[Id] }>()(own);
  same<SafeMethods<CallOptions, SafeResults>>()(client.safe);
  same<StreamMethods<CallOptions>>()(client.stream);
}

export function callOptions(): void {
  client.listLeads({}, { timeoutMs: 1, totalTimeoutMs: 2, retries: 1, headers: { a: "b" } });
  client.listLeads({}, { retries: { limit: 1, baseDelayMs: 1, maxDelayMs: 1, maxRetryAfterMs: 1 } });
  client.listLeads({}, { headers: [["a", "b"]] });
  client.listLeads({}, { headers: new Headers() });
  // @ts-expect-error an unknown option
  client.listLeads({}, { timeout: 1 });
  // @ts-expect-error the budget is the client's
  client.listLeads({}, { retries: { budget: 1 } });
  // @ts-expect-error the key is the client's
  client.listLeads({}, { apiKey: "k" });
  // @ts-expect-error a number
  client.listLeads({}, { timeoutMs: "1" });
}

export function undefinedOptions(
  ofClient: { [Option in keyof ClientOptions]: undefined },
  ofCall: { [Option in keyof CallOptions]: undefined },
  ofRetries: { [Option in keyof RetryOptions | "budget"]: undefined },
): void {
  const { SERVICEFORM_BASE_URL } = process.env;
  createClient({ baseUrl: SERVICEFORM_BASE_URL });
  createClient(ofClient);
  createClient({ retries: ofRetries });
  createFetchClient(ofClient);
  client.listLeads({}, ofCall);
}

export async function narrowing(): Promise<void> {
  const result = await client.safe.getItem({ spaceId: "s", itemId: "i" });
  if (result.ok) {
    same<Item>()(result.data);
    same<Response>()(result.response);
    return;
  }
  // @ts-expect-error no data if it failed
  void result.data;
  same<Response | undefined>()(result.response);
  if (result.error.status === 404) same<Problem>()(result.error.body);
  if (result.error.status === 403) same<Problem>()(result.error.body);
  if (result.error.status === 500) same<unknown>()(result.error.body);
  if (result.error.name === "TimeoutError") same<"timeoutMs" | "totalTimeoutMs">()(result.error.limit);
  if (result.error.name === "ResponseError") same<string>()(result.error.bodyPreview);
  if (result.error.status === undefined) same<"ConnectionError" | "TimeoutError">()(result.error.name);

  const leads = await client.safe.listLeads();
  if (!leads.ok && leads.error.status === 401) same<Problem>()(leads.error.body);
  // 403 is documented for the others only.
  if (!leads.ok && leads.error.status === 403) same<unknown>()(leads.error.body);
}

export function guards(): void {
  if (isApiError(error)) same<unknown>()(error.body);
  if (isApiError(error, "createItem", 422)) same<Problem>()(error.body);
  if (isApiError(error, "createItem", 500)) same<unknown>()(error.body);
  if (isApiError(error, "createItem") && error.status === 422) same<Problem>()(error.body);
  // @ts-expect-error no such operation
  isApiError(error, "getNothing");
}

export async function fetchClient(): Promise<void> {
  const paths = createFetchClient({ apiKey: "k" });
  const { data } = await paths.GET("/leads");
  if (data) same<Lead["id"]>()(data[0]?.id as string);
  // @ts-expect-error no such path
  paths.GET("/nothing");
  // @ts-expect-error the body lacks primary_field
  paths.POST("/flex/spaces/{spaceId}/items", { params: { path: { spaceId: "s" } }, body: {} });
}

// Hooks and a logger can be undefined, and a logger with narrower parameters is valid.
declare const observers: {
  onRetry: ((event: CallEvent) => void) | undefined;
  warn: ((text: string) => void) | undefined;
};
void createClient({ hooks: { onRetry: observers.onRetry, onError: undefined }, logger: { warn: observers.warn } });

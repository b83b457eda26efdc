import type { CallOptions, Item, Lead, Problem, ServiceformClient } from "@serviceform/client";
import { isApiError } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";

// Compiled by `check`, never run: each line under an expected error has to be one.

declare const client: ServiceformClient;
declare const options: CallOptions;
declare const error: unknown;

/** Compiles only where both types are the same. */
function same<Expected>() {
  return <Actual>(
    _: Actual,
    ..._same: (<T>() => T extends Expected ? 1 : 2) extends <T>() => T extends Actual ? 1 : 2 ? [] : [never]
  ): void => {};
}

export async function outputs(): Promise<void> {
  same<Item>()(await client.getItem({ spaceId: "s", itemId: "i" }));
  same<Item>()(await client.createItem({ spaceId: "s", primary_field: "x" }, options));
  same<Item>()(await client.updateItem({ spaceId: "s", itemId: "i", primary_field: "x" }));
  same<undefined>()(await client.deleteItem({ spaceId: "s", itemId: "i" }));
  same<Lead[]>()(await client.listLeads());
  for await (const lead of client.stream.listLeads({}, options)) same<Lead>()(lead);
  // @ts-expect-error an output is of its own type
  same<Lead>()(await client.getItem({ spaceId: "s", itemId: "i" }));
}

export function inputs(): void {
  client.listSpaces();
  client.listSpaces({});
  client.listSpaces({}, { signal: new AbortController().signal });
  client.listChats();
  client.getChatStatistics();
  // @ts-expect-error options are not an input
  client.listSpaces({ signal: new AbortController().signal });
  // @ts-expect-error options are not an input
  client.listLeads({ signal: new AbortController().signal });
  // @ts-expect-error options are not an input
  client.safe.listLeads({ timeoutMs: 5 });
  // @ts-expect-error options are not an input
  client.stream.listLeads({ signal: new AbortController().signal });
  // @ts-expect-error an unknown key
  client.listLeads({ limit: 5 });
  // @ts-expect-error an unknown key
  client.listSpaces({ nonsense: 1 });

  // @ts-expect-error spaceId is missing
  client.listItems({});
  // @ts-expect-error the input is missing
  client.listItems();
  // @ts-expect-error spaceId is a string
  client.listItems({ spaceId: 5 });
  // @ts-expect-error an unknown key
  client.listItems({ spaceId: "s", itemId: "i" });
  // @ts-expect-error spaceId may be undefined
  client.listItems({ spaceId: undefined as string | undefined });

  // @ts-expect-error primary_field is missing
  client.createItem({ spaceId: "s" });
  // @ts-expect-error spaceId is missing
  client.createItem({ primary_field: "x" });
  // @ts-expect-error primary_field is a string
  client.createItem({ spaceId: "s", primary_field: 5 });
  // @ts-expect-error an unknown key
  client.createItem({ spaceId: "s", primary_field: "x", name: "x" });

  // @ts-expect-error itemId is missing
  client.getItem({ spaceId: "s" });
  // @ts-expect-error spaceId is missing
  client.getItem({ itemId: "i" });
  // @ts-expect-error itemId is a string
  client.getItem({ spaceId: "s", itemId: null });
  // @ts-expect-error an unknown key
  client.getItem({ spaceId: "s", itemId: "i", primary_field: "x" });

  // @ts-expect-error primary_field is missing
  client.updateItem({ spaceId: "s", itemId: "i" });
  // @ts-expect-error itemId is missing
  client.updateItem({ spaceId: "s", primary_field: "x" });
  // @ts-expect-error primary_field is a string
  client.updateItem({ spaceId: "s", itemId: "i", primary_field: null });
  // @ts-expect-error an unknown key
  client.updateItem({ spaceId: "s", itemId: "i", primary_field: "x", id: "i" });

  // @ts-expect-error itemId is missing
  client.deleteItem({ spaceId: "s" });
  // @ts-expect-error the input is missing
  client.deleteItem();
  // @ts-expect-error itemId is a string
  client.deleteItem({ spaceId: "s", itemId: ["i"] });
  // @ts-expect-error an unknown key
  client.deleteItem({ spaceId: "s", itemId: "i", force: true });

  // @ts-expect-error limit is a number
  client.listChats({ limit: "5" });
  // @ts-expect-error an unknown key
  client.listChats({ offset: 5 });

  // @ts-expect-error a date is no string
  client.getChatStatistics({ startTime: new Date() });
  // @ts-expect-error metrics are a list
  client.getChatStatistics({ metrics: "all" });
  // @ts-expect-error an unknown key
  client.getChatStatistics({ metric: ["a"] });

  // @ts-expect-error no such operation
  client.getLead({});
  // @ts-expect-error getItem answers no array
  client.stream.getItem({ spaceId: "s", itemId: "i" });
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

export async function narrowing(): Promise<void> {
  const result = await client.safe.getItem({ spaceId: "s", itemId: "i" });
  if (result.ok) {
    same<Item>()(result.data);
    same<Response>()(result.response);
    return;
  }
  // @ts-expect-error no data where it failed
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
  isApiError(error, "getLead");
}

export async function fetchClient(): Promise<void> {
  const paths = createFetchClient({ apiKey: "k" });
  const { data } = await paths.GET("/leads");
  if (data) same<Lead["id"]>()(data[0]?.id as string);
  // @ts-expect-error no such path
  paths.GET("/lead");
  // @ts-expect-error the body lacks primary_field
  paths.POST("/flex/spaces/{spaceId}/items", { params: { path: { spaceId: "s" } }, body: {} });
}

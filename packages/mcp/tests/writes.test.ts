import { afterEach, expect, test, vi } from "vitest";
import { type Assistant, connect } from "./connect.js";

afterEach(() => void vi.useRealTimers());

/** An assistant that may delete, and an item. */
async function setUp(): Promise<Assistant & { readonly item: { readonly spaceId: string; readonly itemId: string } }> {
  const assistant = await connect({ write: true, delete: true });
  const { data } = await assistant.call("create_item", { spaceId: "space-customers", primary_field: "To delete" });
  return { ...assistant, item: { spaceId: "space-customers", itemId: String(data.id) } };
}

const wasDeleted = ({ sandbox }: Assistant): boolean => sandbox.requests.some(({ method }) => method === "DELETE");
const tokenIn = (text: string): string => /confirm: (\S+)/.exec(text)?.[1] ?? "";

test("create_item and update_item return the item", async () => {
  const { call, item } = await setUp();
  const { data } = await call("update_item", { ...item, primary_field: "Renamed" });
  expect(data).toMatchObject({ id: item.itemId, primary_field: "Renamed" });
});

test("the first call shows the record without deleting it, the second one deletes it", async () => {
  const assistant = await setUp();
  const { call, item } = assistant;
  const first = await call("delete_item", item);
  expect(first.isError).toBe(true);
  expect(first.text).toContain(item.itemId);
  expect(first.data).toMatchObject({ id: item.itemId, primary_field: "To delete" });
  expect(wasDeleted(assistant)).toBe(false);

  const second = await call("delete_item", { ...item, confirm: tokenIn(first.text) });
  expect(second.isError).toBe(false);
  expect(wasDeleted(assistant)).toBe(true);
  expect((await call("get_item", item)).text).toContain("404");
});

const FORGED = ["", "a.b.c", "x", "."];

test.for([
  { name: "for another input", changed: { itemId: "item-2" }, waitedMs: 0 },
  { name: "after 5 minutes", changed: {}, waitedMs: 5 * 60_000 },
  ...FORGED.map((confirm) => ({ name: `forged as "${confirm}"`, changed: { confirm }, waitedMs: 0 })),
])("a token is rejected $name", async ({ changed, waitedMs }) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const assistant = await setUp();
  const { call, item } = assistant;
  const confirm = tokenIn((await call("delete_item", item)).text);
  vi.advanceTimersByTime(waitedMs);
  const reason = "Nothing was deleted: confirm is invalid for this input, used or older than 5 minutes";
  const text = expect.stringContaining(reason);
  expect(await call("delete_item", { ...item, confirm, ...changed })).toMatchObject({ isError: true, text });
  expect(wasDeleted(assistant)).toBe(false);
});

test("a token is rejected the second time", async () => {
  const { call, item, sandbox } = await setUp();
  const confirm = tokenIn((await call("delete_item", item)).text);
  await call("delete_item", { ...item, confirm });
  const count = sandbox.requests.length;
  expect((await call("delete_item", { ...item, confirm })).isError).toBe(true);
  expect(sandbox.requests).toHaveLength(count);
});

test("a token of another client is rejected", async () => {
  const [one, other] = [await setUp(), await setUp()];
  const confirm = tokenIn((await one.call("delete_item", one.item)).text);
  expect(one.item).toEqual(other.item);
  expect((await other.call("delete_item", { ...other.item, confirm })).isError).toBe(true);
  expect(wasDeleted(other)).toBe(false);
});

test("a deletion whose IDs the user could not see whole is rejected", async () => {
  const assistant = await setUp();
  const { call, item } = assistant;
  const text = "Invalid input: the IDs must be shorter than 200 bytes. Nothing was sent.";
  expect(await call("delete_item", { ...item, spaceId: item.spaceId.padEnd(200) })).toMatchObject({
    isError: true,
    text,
  });
});

test("the question for a deletion shows characters that a host hides", async () => {
  const { client, call } = await connect({ delete: true }, { capabilities: { elicitation: {} } });
  const questions: string[] = [];
  client.setRequestHandler("elicitation/create", ({ params }) => {
    questions.push(params.message);
    return { action: "decline" };
  });
  await call("delete_item", { spaceId: "space-customers", itemId: "1\u202e2\u009b3\u{e0041}" });
  const shown = '{"spaceId":"space-customers","itemId":"1\\u202e2\\u009b3\\udb40\\udc41"}';
  expect(questions).toEqual([`Delete for good? delete_item ${shown}`]);
});

test.for([
  { choice: { action: "accept", content: {} }, isDeleted: true },
  { choice: { action: "accept", content: { confirm: false } }, isDeleted: false },
  { choice: { action: "decline" }, isDeleted: false },
  { choice: { action: "cancel" }, isDeleted: false },
] as const)("elicitation with $choice deletes the item: $isDeleted", async ({ choice, isDeleted }) => {
  const assistant = await connect({ write: true, delete: true }, { capabilities: { elicitation: {} } });
  const { data } = await assistant.call("create_item", { spaceId: "space-customers", primary_field: "Secret title" });
  const questions: string[] = [];
  assistant.client.setRequestHandler("elicitation/create", ({ params }) => {
    questions.push(params.message);
    return { ...choice };
  });
  const input = { spaceId: "space-customers", itemId: String(data.id) };
  const response = await assistant.call("delete_item", input);
  expect(questions).toEqual([`Delete for good? delete_item ${JSON.stringify(input)}`]);
  expect(response.isError).toBe(!isDeleted);
  expect(wasDeleted(assistant)).toBe(isDeleted);
});

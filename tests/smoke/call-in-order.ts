import assert from "node:assert/strict";
import type { ServiceformClient } from "@serviceform/client";
import type { Item, Lead, Space } from "@serviceform/types";
import type { Step } from "./step.ts";

/** Calls the operations in the order in which a new user would. */
export async function callInOrder(client: ServiceformClient, step: Step): Promise<void> {
  const spaces = await step(200, () => client.listSpaces(), describeSpaces);
  const spaceId = first(spaces, "a space").id;
  await changeItems(client, step, spaceId);
  await causeErrors(client, step, spaceId);
  await readLeads(client, step);
  await readChats(client, step);
}

async function changeItems(client: ServiceformClient, step: Step, spaceId: string): Promise<void> {
  const listItems = () => step(200, () => client.listItems({ spaceId }), describeList("item"));
  const before = await listItems();
  const created = await step(200, () => client.createItem({ spaceId, primary_field: "Acme" }), describeItem("created"));
  assert.deepEqual(created.primary_field, "Acme", "the new item's title");
  const itemId = created.id;
  const read = await step(200, () => client.getItem({ spaceId, itemId }), describeItem("read"));
  assert.deepEqual(read, created, "the item that was read");
  const updated = await step(
    200,
    () => client.updateItem({ spaceId, itemId, primary_field: "Acme & Sons" }),
    describeItem("updated"),
  );
  assert.deepEqual(updated.primary_field, "Acme & Sons", "the title after the update");
  await step(
    200,
    () => client.deleteItem({ spaceId, itemId }),
    () => `deleted ${itemId}`,
  );
  const after = await listItems();
  assert.deepEqual(after.map(idOf), before.map(idOf), "the items afterwards");
}

async function causeErrors(client: ServiceformClient, step: Step, spaceId: string): Promise<void> {
  await step(
    404,
    () => client.safe.getItem({ spaceId, itemId: "no-such-item" }),
    (result) => {
      assert(!result.ok && result.error.status === 404, "an error with the status 404");
      return `on purpose: ${result.error.body.message}`;
    },
  );
  await step(
    422,
    () => client.safe.createItem({ spaceId: "no-such-space", primary_field: "Acme" }),
    (result) => {
      assert(!result.ok && result.error.status === 422, "an error with the status 422");
      return `on purpose: ${result.error.body.message}`;
    },
  );
}

async function readLeads(client: ServiceformClient, step: Step): Promise<void> {
  const whole = await step(200, () => client.listLeads(), describeList("lead"));
  first(whole, "a lead");
  const streamed = await step(
    200,
    async () => {
      const leads: Lead[] = [];
      for await (const lead of client.stream.listLeads()) leads.push(lead);
      return leads;
    },
    (list) => `${count(list, "lead")}, streamed one at a time`,
  );
  assert.deepEqual(streamed, whole, "the streamed leads");
}

async function readChats(client: ServiceformClient, step: Step): Promise<void> {
  const limit = 3;
  const chats = await step(
    200,
    () => client.listChats({ limit, showMessages: true }),
    (list) =>
      `the newest ${count(list, "chat")}, with ${count(
        list.flatMap(({ history = [] }) => history),
        "message",
      )}`,
  );
  assert.deepEqual(chats.length, limit, "the number of chats");
  const { totalChats, averageResponseTime } = await step(
    200,
    () => client.getChatStatistics({ metrics: ["totalChats", "averageResponseTime"] }),
    (figures) => `${figures.totalChats} chats, response after ${figures.averageResponseTime} s on average`,
  );
  assert.deepEqual(
    [typeof totalChats, typeof averageResponseTime],
    ["number", "number"],
    "the types of the statistics",
  );
}

function describeSpaces(spaces: readonly Space[]): string {
  return `${count(spaces, "space")}: ${spaces.map(({ name }) => name).join(", ")}`;
}

function describeList(noun: string): (list: readonly unknown[]) => string {
  return (list) => count(list, noun);
}

function describeItem(verb: string): (item: Item) => string {
  return ({ id, primary_field }) => `${verb} ${id} "${primary_field}"`;
}

function count(list: readonly unknown[], noun: string): string {
  return `${list.length} ${noun}${list.length === 1 ? "" : "s"}`;
}

function first<Element>([element]: readonly Element[], what: string): Element {
  assert(element !== undefined, `a list with at least ${what}`);
  return element;
}

function idOf({ id }: Item): string {
  return id;
}

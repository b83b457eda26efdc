import type { ServiceformClient } from "@serviceform/client";
import type { Item, Lead } from "@serviceform/types";
import type { Step } from "./step.ts";
import { expectSame, Surprise } from "./surprise.ts";

/** Uses the API as somebody would who meets it for the first time. */
export async function visit(client: ServiceformClient, step: Step): Promise<void> {
  const spaces = await step(
    200,
    () => client.listSpaces(),
    (list) => `${count(list, "space")}: ${list.map(({ name }) => name).join(", ")}`,
  );
  const spaceId = first(spaces, "a space").id;
  await changeItems(client, step, spaceId);
  await meetErrors(client, step, spaceId);
  await readLeads(client, step);
  await readChats(client, step);
}

async function changeItems(client: ServiceformClient, step: Step, spaceId: string): Promise<void> {
  const listItems = () =>
    step(
      200,
      () => client.listItems({ spaceId }),
      (list) => count(list, "item"),
    );
  const before = await listItems();
  const created = await step(200, () => client.createItem({ spaceId, primary_field: "Acme" }), tellItem("created"));
  expectSame("the new item's title", created.primary_field, "Acme");
  const itemId = created.id;
  const read = await step(200, () => client.getItem({ spaceId, itemId }), tellItem("read"));
  expectSame("the item that was read", read, created);
  const updated = await step(
    200,
    () => client.updateItem({ spaceId, itemId, primary_field: "Acme & Sons" }),
    tellItem("updated"),
  );
  expectSame("the item's title after the update", updated.primary_field, "Acme & Sons");
  await step(
    200,
    () => client.deleteItem({ spaceId, itemId }),
    () => `deleted ${itemId}`,
  );
  const after = await listItems();
  expectSame("the items afterwards", after.map(idOf), before.map(idOf));
}

async function meetErrors(client: ServiceformClient, step: Step, spaceId: string): Promise<void> {
  await step(
    404,
    () => client.safe.getItem({ spaceId, itemId: "no-such-item" }),
    (result) => {
      if (!result.ok && result.error.status === 404) return `on purpose: ${result.error.body.message}`;
      throw new Surprise("an error with the status 404", JSON.stringify(result));
    },
  );
  await step(
    422,
    () => client.safe.createItem({ spaceId: "no-such-space", primary_field: "Acme" }),
    (result) => {
      if (!result.ok && result.error.status === 422) return `on purpose: ${result.error.body.message}`;
      throw new Surprise("an error with the status 422", JSON.stringify(result));
    },
  );
}

async function readLeads(client: ServiceformClient, step: Step): Promise<void> {
  const whole = await step(
    200,
    () => client.listLeads(),
    (list) => count(list, "lead"),
  );
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
  expectSame("the streamed leads", streamed, whole);
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
  expectSame("the number of chats", chats.length, limit);
  const { totalChats, averageResponseTime } = await step(
    200,
    () => client.getChatStatistics({ metrics: ["totalChats", "averageResponseTime"] }),
    (figures) => `${figures.totalChats} chats, answered after ${figures.averageResponseTime} s on average`,
  );
  expectSame("the types of the statistics", [typeof totalChats, typeof averageResponseTime], ["number", "number"]);
}

function tellItem(verb: string): (item: Item) => string {
  return ({ id, primary_field }) => `${verb} ${id} "${primary_field}"`;
}

function count(list: readonly unknown[], noun: string): string {
  return `${list.length} ${noun}${list.length === 1 ? "" : "s"}`;
}

function first<Element>([element]: readonly Element[], what: string): Element {
  if (element === undefined) throw new Surprise(`at least ${what}`, "an empty list");
  return element;
}

function idOf({ id }: Item): string {
  return id;
}

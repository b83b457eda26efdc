import { createClient, type ServiceformClient } from "@serviceform/client";
import { createSandbox, type Sandbox } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { samples } from "@serviceform/tests-samples";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rejection } from "./runner/scripted-client.ts";

interface Setup {
  sandbox: Sandbox;
  client: ServiceformClient;
  unauthorized: ServiceformClient;
  close(): Promise<void>;
}

const retries = { baseDelayMs: 1 };

const setups: [name: string, open: () => Promise<Setup>][] = [
  [
    "in memory",
    async () => {
      const sandbox = createSandbox();
      const { fetch } = sandbox;
      return {
        sandbox,
        client: createClient({ apiKey: "sf_sandbox_key", fetch, retries }),
        unauthorized: createClient({ apiKey: "wrong", fetch }),
        close: async () => {},
      };
    },
  ],
  [
    "over HTTP",
    async () => {
      const { sandbox, url, close } = await startServer();
      return {
        sandbox,
        client: createClient({ apiKey: "sf_sandbox_key", baseUrl: url, retries }),
        unauthorized: createClient({ apiKey: "wrong", baseUrl: url }),
        close,
      };
    },
  ],
];

describe.for(setups)("%s", ([, open]) => {
  let setup: Setup;
  beforeAll(async () => {
    setup = await open();
  });
  afterAll(() => setup.close());
  beforeEach(() => setup.sandbox.reset());
  const spaceId = () => setup.sandbox.store.spaces[0]?.id ?? "";
  const itemId = () => setup.sandbox.store.items.find(({ space_id }) => space_id === spaceId())?.id ?? "";

  test("listSpaces", async () => {
    expect(await setup.client.listSpaces()).toEqual(setup.sandbox.store.spaces);
  });

  test("listItems", async () => {
    const items = await setup.client.listItems({ spaceId: spaceId() });
    expect(items).toEqual(setup.sandbox.store.items.filter(({ space_id }) => space_id === spaceId()));
    expect(items.length).toBeGreaterThan(0);
  });

  test("createItem, getItem, updateItem, deleteItem", async () => {
    const { client } = setup;
    const created = await client.createItem({ spaceId: spaceId(), primary_field: "Acme ü😀" });
    const path = { spaceId: spaceId(), itemId: created.id };
    expect(await client.getItem(path)).toEqual(created);
    const updated = await client.updateItem({ ...path, primary_field: "Acme 2" });
    expect(updated).toMatchObject({ id: created.id, primary_field: "Acme 2" });
    expect(await client.deleteItem(path)).toBeUndefined();
    expect(await rejection(client.getItem(path))).toMatchObject({ name: "ApiError", status: 404 });
  });

  test("listLeads, as a whole and as a stream", async () => {
    const leads = await setup.client.listLeads();
    expect(leads).toEqual([...setup.sandbox.store.leads]);
    const streamed: unknown[] = [];
    for await (const lead of setup.client.stream.listLeads()) streamed.push(lead);
    expect(streamed).toEqual(leads);
  });

  test("listChats, with filters", async () => {
    const all = await setup.client.listChats();
    expect(all.length).toBeGreaterThan(2);
    expect(await setup.client.listChats({ limit: 2 })).toHaveLength(2);
    const [chat] = await setup.client.listChats({ limit: 1, showMessages: true });
    expect(chat?.history?.length).toBeGreaterThan(0);
  });

  test("getChatStatistics, of some metrics", async () => {
    const all = await setup.client.getChatStatistics();
    const [metric = ""] = Object.keys(all);
    expect(Object.keys(await setup.client.getChatStatistics({ metrics: [metric] }))).toEqual([metric]);
  });

  test("every operation rejects an invalid key as documented", async () => {
    // Each method has its own input type; the sample is of the same operation.
    for (const { id: operation, input, statuses } of Object.values(samples))
      expect(await rejection(setup.unauthorized[operation](input as never))).toMatchObject({
        name: "ApiError",
        operation,
        status: statuses.find((status) => status === 401 || status === 403),
        attempts: 1,
        mayHaveSucceeded: false,
      });
  });

  test("an unknown item or space gets the documented error", async () => {
    const { client } = setup;
    const unknown = { spaceId: spaceId(), itemId: "no/such ü" };
    expect(await rejection(client.listItems({ spaceId: "no such" }))).toMatchObject({ status: 404 });
    expect(await rejection(client.getItem(unknown))).toMatchObject({ status: 404 });
    expect(await rejection(client.updateItem({ ...unknown, primary_field: "x" }))).toMatchObject({ status: 404 });
    expect(await rejection(client.deleteItem(unknown))).toMatchObject({ status: 404 });
    expect(await rejection(client.createItem({ spaceId: "no such", primary_field: "x" }))).toMatchObject({
      status: 422,
    });
  });

  test("an invalid request gets the documented error", async () => {
    const { client } = setup;
    const wrong = 5 as unknown as string;
    const error = await rejection(client.createItem({ spaceId: spaceId(), primary_field: wrong }));
    expect(error).toMatchObject({ status: 422, mayHaveSucceeded: false });
    expect(error.body.message).toBeTypeOf("string");
    expect(error.message).toContain(error.body.message.slice(0, 20));
    expect(
      await rejection(client.updateItem({ spaceId: spaceId(), itemId: itemId(), primary_field: wrong })),
    ).toMatchObject({ status: 422 });
    expect(await rejection(client.getChatStatistics({ startTime: "no date" }))).toMatchObject({ status: 400 });
    expect(await rejection(client.getChatStatistics({ metrics: ["nonsense"] }))).toMatchObject({ status: 400 });
  });

  test("calls with faults are retried, and a create is not duplicated", async () => {
    const { sandbox, client } = setup;
    for (const kind of ["reset", "cut"] as const) {
      sandbox.faults.add({ kind });
      expect((await client.listSpaces()).length).toBeGreaterThan(0);
      const before = sandbox.store.items.length;
      sandbox.faults.add({ kind, operation: "createItem" });
      expect(await rejection(client.createItem({ spaceId: spaceId(), primary_field: kind }))).toMatchObject({
        name: "ConnectionError",
        mayHaveSucceeded: true,
      });
      expect(sandbox.store.items.length).toBe(before + 1);
    }
  });

  test("the target of a redirect gets no request", async () => {
    setup.sandbox.faults.add({ kind: "redirect", to: "https://evil.example/x?token=secret" });
    const error = await rejection(setup.client.listLeads());
    expect(error).toMatchObject({ name: "ConnectionError" });
    expect(error.message).toContain("https://evil.example");
    expect(error.message).not.toContain("secret");
  });
});

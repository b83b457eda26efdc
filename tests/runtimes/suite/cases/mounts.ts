import { createClient } from "@serviceform/client";
import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { failure } from "../caught.ts";
import { collect } from "../collect.ts";
import type { Host, Serve, Served } from "../host.ts";
import { SERVED } from "../served.ts";

const spaceId = "space-customers";

/** The sandbox behind each server that the runtime has. */
export function mounts({ servers }: Host): Case[] {
  return Object.entries(servers).flatMap(([name, serve]): Case[] => [
    {
      title: `${name} serves the sandbox`,
      on: "http",
      run: () =>
        withServed(serve, async ({ url, fetch }) => {
          const client = createClient({ apiKey: KEY, baseUrl: url, fetch });
          assert.isNotEmpty(await client.listSpaces());
          const { id: itemId } = await client.createItem({ spaceId, primary_field: "Ä" });
          assert.strictEqual((await client.getItem({ spaceId, itemId })).primary_field, "Ä");
          await client.updateItem({ spaceId, itemId, primary_field: "Ö" });
          await client.deleteItem({ spaceId, itemId });
          assert.strictEqual((await failure("ApiError", client.getItem({ spaceId, itemId }))).status, 404);
          assert.lengthOf(await collect(client.stream.listLeads()), 3_000);
        }),
    },
    {
      title: `${name} serves a page of another origin`,
      on: "http",
      run: () =>
        withServed(serve, async ({ url, fetch = globalThis.fetch }) => {
          const headers = { "access-control-request-method": "POST", origin: "https://page.example" };
          const preflight = await fetch(`${url}/chats`, { method: "OPTIONS", headers });
          assert.strictEqual(preflight.status, 204);
          assert.strictEqual(preflight.headers.get("access-control-allow-origin"), "*");
        }),
    },
  ]);
}

async function withServed(serve: Serve, work: (served: Served) => Promise<void>): Promise<void> {
  const served = await serve(SERVED);
  try {
    await work(served);
  } finally {
    await served.close();
  }
}

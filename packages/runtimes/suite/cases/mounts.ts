import { createClient } from "@serviceform/client";
import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { failure } from "../caught.ts";
import { collect } from "../collect.ts";
import type { Host, Serve } from "../host.ts";

const spaceId = "space-customers";

/** The sandbox behind each server that the runtime has. */
export function mounts({ servers }: Host): Case[] {
  return Object.entries(servers).flatMap(([name, serve]): Case[] => [
    {
      title: `${name} serves the sandbox`,
      on: "http",
      run: () =>
        visit(serve, async ({ url, sandbox }) => {
          const client = createClient({ apiKey: KEY, baseUrl: url });
          const { id: itemId } = await client.createItem({ spaceId, primary_field: "Ä" });
          assert.strictEqual((await client.getItem({ spaceId, itemId })).primary_field, "Ä");
          await client.deleteItem({ spaceId, itemId });
          assert.strictEqual((await failure("ApiError", client.getItem({ spaceId, itemId }))).status, 404);
          assert.lengthOf(await collect(client.stream.listLeads()), 3_000);
          sandbox.faults.add({ kind: "status", status: 503, retryAfterSeconds: 0 });
          assert.isNotEmpty(await client.listSpaces());
          assert.strictEqual(sandbox.requests.at(-1)?.operation, "listSpaces");
        }),
    },
    {
      title: `${name} serves a page of another origin`,
      on: "http",
      run: () =>
        visit(serve, async ({ url }) => {
          const headers = { "access-control-request-method": "POST", origin: "https://page.example" };
          const preflight = await fetch(`${url}/chats`, { method: "OPTIONS", headers });
          assert.strictEqual(preflight.status, 204);
          assert.strictEqual(preflight.headers.get("access-control-allow-origin"), "*");
        }),
    },
  ]);
}

async function visit(serve: Serve, visitor: (served: Awaited<ReturnType<Serve>>) => Promise<void>): Promise<void> {
  const served = await serve({ apiKey: KEY, scale: 3_000 });
  try {
    await visitor(served);
  } finally {
    await served.close();
  }
}

import { createClient } from "@serviceform/client";
import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { failure } from "../caught.ts";

/** Cases for browser pages only. */
export const pages: readonly Case[] = [
  {
    title: "a client is rejected unless dangerouslyAllowBrowser is set",
    on: "memory",
    async run({ host }) {
      const error = await failure("ConfigurationError", (async () => createClient({ apiKey: KEY }))());
      assert.strictEqual(error.param, "dangerouslyAllowBrowser");
      assert.notInclude(host.print(error), KEY);
    },
  },
  {
    title: "the client sends a create once when its connection is reset",
    on: "http",
    async run({ open }) {
      let sent = 0;
      const hooks = {
        onRequest: () => {
          sent += 1;
        },
      };
      const { client } = await open([{ kind: "reset", operation: "createItem", times: 9 }], { hooks });
      const create = client.createItem({ spaceId: "space-customers", primary_field: "x" });
      assert.isTrue((await failure("ConnectionError", create)).mayHaveSucceeded);
      assert.strictEqual(sent, 1);
    },
  },
  {
    title: "a create to an unreachable server may have succeeded, since browsers do not say why a connection failed",
    on: "http",
    async run({ open }) {
      const { client, backend } = await open();
      await backend.close();
      const error = await failure(
        "ConnectionError",
        client.createItem({ spaceId: "space-customers", primary_field: "x" }),
      );
      assert.isTrue(error.mayHaveSucceeded);
      assert.strictEqual(error.attempts, 1);
    },
  },
  {
    title: "the page and the sandbox have different origins",
    on: "http",
    async run({ open }) {
      const { client, backend } = await open();
      assert.notStrictEqual(new URL(backend.baseUrl).origin, location.origin);
      await client.listSpaces();
      const [request] = (await backend.requests()).filter(({ operation }) => operation === "listSpaces");
      assert.strictEqual(request?.headers.origin, location.origin);
    },
  },
];

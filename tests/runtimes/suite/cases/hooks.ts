import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { printed } from "../printed.ts";

export const hooks: readonly Case[] = [
  {
    title: "hooks and logger get every event in order, and never the key",
    async run({ open, host }) {
      const names: string[] = [];
      const events: object[] = [];
      const note = (name: string) => (event: object) => {
        names.push(name);
        events.push(event);
      };
      const log = (message: string, fields: object) => {
        events.push({ message, fields });
      };
      const { client } = await open([{ kind: "status", status: 503 }, { kind: "cut" }], {
        hooks: {
          onRequest: note("onRequest"),
          onResponse: note("onResponse"),
          onRetry: note("onRetry"),
          onError: note("onError"),
        },
        logger: { debug: log, info: log, warn: log, error: log },
      });
      await client.listLeads();
      await client.safe.getItem({ spaceId: "space-customers", itemId: "none" });
      assert.deepEqual(names, [
        ...["onRequest", "onResponse", "onRetry", "onRequest", "onResponse", "onRetry"],
        ...["onRequest", "onResponse"],
        ...["onRequest", "onResponse", "onError"],
      ]);
      assert.isTrue(events.every((event) => "message" in event || Object.isFrozen(event)));
      assert.notInclude(printed(events, host.print), KEY);
    },
  },
  {
    title: "an error of a hook does not change the call",
    async run({ open }) {
      const fail = () => {
        throw new Error("A hook failed.");
      };
      const { client } = await open([], { hooks: { onRequest: fail, onResponse: async () => fail() } });
      assert.isNotEmpty(await client.listSpaces());
    },
  },
];

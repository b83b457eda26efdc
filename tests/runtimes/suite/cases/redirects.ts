import { assert } from "chai";
import { callRunner } from "../call-runner.ts";
import type { Case } from "../case.ts";
import { failure } from "../caught.ts";
import { collect } from "../collect.ts";

export const redirects: readonly Case[] = [
  ...(["listLeads", "createItem"] as const).map(
    (operation): Case => ({
      title: `${operation}: a redirect to another origin is rejected, and nothing arrives there`,
      on: "http",
      async run({ open, host }) {
        const { id, url } = (await callRunner(`${host.control}/other-origins`, "POST")) as { id: string; url: string };
        const { client } = await open([{ kind: "redirect", to: `${url}/private?token=t0ken`, times: 9 }]);
        const call =
          operation === "listLeads"
            ? client.listLeads()
            : client.createItem({ spaceId: "space-customers", primary_field: "x" });
        const error = await failure("ConnectionError", call);
        assert.include(error.message, "redirect");
        assert.strictEqual(error.attempts, 1);
        assert.strictEqual(error.mayHaveSucceeded, operation === "createItem");
        // Browsers hide the target.
        if (!host.isPage) assert.include(error.message, new URL(url).origin);
        assert.notInclude(host.print(error), "t0ken");
        assert.deepEqual(await callRunner(`${host.control}/other-origins/${id}`, "GET"), []);
      },
    }),
  ),
  {
    title: "a redirect is rejected by a stream and by safe",
    async run({ open }) {
      const { client } = await open([{ kind: "redirect", to: "/leads", times: 9 }]);
      const result = await client.safe.listLeads();
      assert.strictEqual(result.ok ? "" : result.error.name, "ConnectionError");
      await failure("ConnectionError", collect(client.stream.listLeads()));
    },
  },
];

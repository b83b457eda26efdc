import type { ClientOptions } from "@serviceform/client";
import type { Fault } from "@serviceform/sandbox";
import { assert } from "chai";
import { type Case, KEY } from "../case.ts";
import { caught } from "../caught.ts";
import { printed } from "../printed.ts";

const rows: readonly (readonly [name: string, fault: Fault, client?: ClientOptions])[] = [
  ["ApiError", { kind: "status", status: 500 }],
  ["ConnectionError", { kind: "reset", times: 50 }],
  ["ConnectionError", { kind: "cut" }],
  ["ConnectionError", { kind: "redirect", to: "https://other.example/" }],
  ["TimeoutError", { kind: "stall", after: "headers" }, { timeoutMs: 60 }],
  ["ResponseError", { kind: "html" }],
];

export const secrets: readonly Case[] = [
  ...rows.map(
    ([name, fault, client]): Case => ({
      title: `a printed ${name} after ${fault.kind} does not contain the key`,
      async run({ open, host }) {
        const opened = await open([fault], { retries: 0, ...client });
        const error = await caught(opened.client.listLeads());
        assert.strictEqual((error as Error).name, name);
        assert.notInclude(printed(error, host.print), KEY);
        assert.notInclude(printed(opened.client, host.print), KEY);
      },
    }),
  ),
  {
    title: "a printed error of fetch does not contain the key",
    on: "memory",
    async run({ open, host }) {
      const fetch = (url: string, init: RequestInit): Promise<never> => {
        throw Object.assign(new TypeError(`Could not send ${JSON.stringify(init.headers)}`), { url, init });
      };
      const { client } = await open([], { fetch, retries: 0 });
      assert.notInclude(printed(await caught(client.listLeads()), host.print), KEY);
    },
  },
  {
    title: "a printed error does not contain bodies",
    async run({ open, host }) {
      const { client } = await open([{ kind: "shape", body: { PRIVATE: 1 } }]);
      const error = await caught(client.listLeads());
      assert.strictEqual((error as Error).name, "ResponseError");
      assert.notInclude(`${host.print(error)}${JSON.stringify(error)}${String(error)}`, "PRIVATE");
    },
  },
];

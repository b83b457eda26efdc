import { createSandbox } from "@serviceform/sandbox";
import { assert } from "chai";
import { callRunner } from "../call-runner.ts";
import type { Case } from "../case.ts";
import { NOW } from "../now.ts";

const OPTIONS = { seed: 7, leadCount: 400, now: NOW };

export const seedData: readonly Case[] = [
  {
    title: "a seed generates the same data as in the runner's Node.js",
    on: "memory",
    async run({ host }) {
      const { store } = createSandbox(OPTIONS);
      const here = JSON.stringify([store.spaces, store.items, [...store.leads], [...store.chats]]);
      const there = (await callRunner(`${host.control}/seed-data`, "POST", OPTIONS)) as { text: string };
      assert.isAbove(here.length, 100_000);
      assert.isTrue(here === there.text, "The data differs.");
    },
  },
  {
    title: "a sandbox whose fetch is detached responds to a Request and a URL",
    on: "memory",
    async run() {
      const { fetch } = createSandbox();
      const headers = { "sf-api-key": "sf_sandbox_key" };
      const url = "https://link.serviceform.com/flex/spaces";
      assert.strictEqual((await fetch(new Request(url, { headers }))).status, 200);
      assert.strictEqual((await fetch(new URL(url), { headers })).status, 200);
      assert.strictEqual((await fetch(url)).status, 403);
    },
  },
];

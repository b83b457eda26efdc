import { validators } from "@serviceform/client/validate";
import { assert } from "chai";
import type { Case } from "../case.ts";
import { failure } from "../caught.ts";
import { collect } from "../collect.ts";

export const validation: readonly Case[] = [
  {
    title: "responses of the sandbox match the contract",
    async run({ open }) {
      const { client } = await open([], { validate: "throw", validators });
      await client.listSpaces();
      await client.listItems({ spaceId: "space-customers" });
      await client.listChats({ showMessages: true });
      assert.lengthOf(await collect(client.stream.listLeads()), 60);
    },
  },
  {
    title: "a contract violation is thrown, in a stream too",
    async run({ open }) {
      const { client } = await open([{ kind: "shape", times: 9 }], { validate: "throw", validators });
      await failure("ResponseError", client.listSpaces());
      await failure("ResponseError", collect(client.stream.listLeads()));
    },
  },
  {
    title: "a contract violation is logged",
    async run({ open }) {
      const warnings: object[] = [];
      const logger = { warn: (_message: string, fields: object) => void warnings.push(fields) };
      const { client } = await open([{ kind: "shape" }], { validate: "warn", validators, logger });
      assert.isArray(await client.listSpaces());
      assert.isNotEmpty(warnings);
      assert.hasAllKeys(warnings[0], ["operation", "path", "expected", "received"]);
    },
  },
  {
    title: "validators are Standard Schema",
    on: "memory",
    async run() {
      const { validate, vendor, version } = validators.createItem.input["~standard"];
      assert.deepEqual([vendor, version], ["serviceform", 1]);
      const result = await validate({ spaceId: "s" });
      assert.isTrue("issues" in result && result.issues.length === 1);
    },
  },
];

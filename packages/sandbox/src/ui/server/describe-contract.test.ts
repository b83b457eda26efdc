import { expect, test } from "vitest";
import { createSandbox } from "../../testing/sandbox.js";
import { describeContract } from "./describe-contract.js";

const { store } = createSandbox();

async function describe(components: object) {
  const { bytes } = await describeContract(store, { components: { ...components } });
  return JSON.parse(new TextDecoder().decode(bytes)).components;
}

test("parameters of other names stay as they are, and an item's id goes to the one that is there", async () => {
  const leadId = { name: "leadId", example: "lead-1" };
  const { parameters } = await describe({ parameters: { leadId, itemId: { name: "itemId", example: "made-up" } } });
  expect(parameters).toEqual({ leadId, itemId: { name: "itemId", example: store.items[0]?.id } });
});

test("a contract without shared parameters is described as it is", async () => {
  expect(await describe({ schemas: { Lead: {} } })).toMatchObject({ schemas: { Lead: {} } });
});

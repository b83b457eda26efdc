import { expect, test } from "vitest";
import { type CreatePeer, peers } from "../src/peer.ts";
import { verifyPeer } from "../src/verify-peer.ts";

const UNENCODED = "path not encoded (listItems, createItem, getItem, updateItem, deleteItem)";
/** What a peer sends wrong at its defaults, by its name. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  orval: [UNENCODED],
  "swagger-typescript-api": [UNENCODED],
  // It joins the values of an array.
  octokit: ["query (getChatStatistics)"],
};

test.for(peers)("$name sends the nine requests of the contract, but for its known faults", async ({ name }) => {
  const { create }: { create: CreatePeer } = await import(`./${name}/create.ts`);
  expect(await verifyPeer(create)).toEqual(FAULTS[name] ?? []);
});

import { expect, test } from "vitest";
import { peers } from "../src/peer.ts";
import { verifyPeer } from "../src/verify-peer.ts";
import { create as axios } from "./axios/create.ts";
import { create as heyApi } from "./hey-api/create.ts";
import { create as ky } from "./ky/create.ts";
import { create as octokit } from "./octokit/create.ts";
import { create as ofetch } from "./ofetch/create.ts";
import { create as openapiFetch } from "./openapi-fetch/create.ts";
import { create as orval } from "./orval/create.ts";
import { create as raw } from "./raw/create.ts";
import { create as serviceform } from "./serviceform/create.ts";
import { create as swaggerTypescriptApi } from "./swagger-typescript-api/create.ts";

const correct = { raw, serviceform, "openapi-fetch": openapiFetch, "hey-api": heyApi, ofetch, ky, axios };
const unencoded = { orval, "swagger-typescript-api": swaggerTypescriptApi };

test.each(Object.entries(correct))("%s sends the nine requests of the contract", async (_, create) => {
  expect(await verifyPeer(create)).toEqual([]);
});

test.each(Object.entries(unencoded))("%s does not encode path values, at its defaults", async (_, create) => {
  expect(await verifyPeer(create)).toEqual([
    "path not encoded (listItems, createItem, getItem, updateItem, deleteItem)",
  ]);
});

test("octokit joins the values of a query array", async () => {
  expect(await verifyPeer(octokit)).toEqual(["query (getChatStatistics)"]);
});

test("every measured peer is verified", () => {
  expect(Object.keys({ ...correct, ...unencoded, octokit }).sort()).toEqual(peers.map(({ name }) => name).sort());
});

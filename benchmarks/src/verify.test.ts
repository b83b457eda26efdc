import { expect, test } from "vitest";
import { create as axios } from "../peers/axios/create.ts";
import { create as heyApi } from "../peers/hey-api/create.ts";
import { create as ky } from "../peers/ky/create.ts";
import { create as octokit } from "../peers/octokit/create.ts";
import { create as ofetch } from "../peers/ofetch/create.ts";
import { create as openapiFetch } from "../peers/openapi-fetch/create.ts";
import { create as orval } from "../peers/orval/create.ts";
import { create as raw } from "../peers/raw/create.ts";
import { create as serviceform } from "../peers/serviceform/create.ts";
import { create as swaggerTypescriptApi } from "../peers/swagger-typescript-api/create.ts";
import { type CreatePeer, peers } from "./peer.ts";
import { verifyPeer } from "./verify.ts";

const right = { raw, serviceform, "openapi-fetch": openapiFetch, "hey-api": heyApi, ofetch, ky, axios };
const unencoded = { orval, "swagger-typescript-api": swaggerTypescriptApi };

test.each(Object.entries(right))("%s sends the nine requests as the contract asks", async (_, create) => {
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

test("holds a wrong key, a joined array and a missing body against a peer", async () => {
  const careless: CreatePeer = ({ fetch = globalThis.fetch, ...options }) =>
    raw({
      ...options,
      apiKey: "another",
      fetch: (url, init) => fetch(String(url).replace("&metrics=c", ""), { ...init, body: null }),
    });
  const findings = await verifyPeer(careless);
  expect(findings.map((finding) => finding.split(" (")[0])).toEqual(["key", "body", "query"]);
});

test("knows every peer that is measured", () => {
  expect(Object.keys({ ...right, ...unencoded, octokit }).sort()).toEqual(peers.map(({ name }) => name).sort());
});

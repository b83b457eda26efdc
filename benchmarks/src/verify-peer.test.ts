import { expect, test } from "vitest";
import { create as raw } from "../peers/raw/create.ts";
import type { CreatePeer } from "./peer.ts";
import { verifyPeer } from "./verify-peer.ts";

test("verifyPeer reports an invalid key, a joined array and a missing body", async () => {
  const faulty: CreatePeer = ({ fetch = globalThis.fetch, ...options }) =>
    raw({
      ...options,
      apiKey: "another",
      fetch: (url, init) => fetch(String(url).replace("&metrics=c", ""), { ...init, body: null }),
    });
  const issues = await verifyPeer(faulty);
  expect(issues.map((issue) => issue.split(" (")[0])).toEqual(["key", "body", "query"]);
});

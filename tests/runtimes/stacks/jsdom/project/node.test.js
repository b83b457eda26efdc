// @vitest-environment node
import { createClient } from "@serviceform/client";
import { expect, test } from "vitest";

test("a call over a socket works with the environment comment of Node.js", async () => {
  expect(await createClient().listLeads()).not.toHaveLength(0);
});

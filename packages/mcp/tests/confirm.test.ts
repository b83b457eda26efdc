import type { McpServer, ServerContext } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { sessionOf } from "../src/session/session.js";
import { createConfirm } from "../src/tools/confirm.js";

const INPUT = { itemId: "item-1" };

/** The second round of a request, as a client of the newer protocol sends it. */
function secondRound(state: string | undefined): ServerContext {
  const mcpReq = {
    envelope: { "io.modelcontextprotocol/clientCapabilities": { elicitation: { form: {} } } },
    inputResponses: { confirm: { action: "accept", content: {} } },
    requestState: () => state,
  };
  return { mcpReq } as unknown as ServerContext; // confirm reads nothing else
}

test.for([
  { name: "for another input", input: { itemId: "item-2" }, isAllowed: false },
  { name: "for the same input", input: INPUT, isAllowed: true },
])("the user's choice that a client returns counts $name: $isAllowed", async ({ input, isAllowed }) => {
  const session = sessionOf({});
  const confirm = createConfirm(
    {} as McpServer,
    secondRound(session.confirmations.create("deleteItem", INPUT)),
    session,
  );
  const response = await confirm({
    operationId: "deleteItem",
    input,
    question: "?",
    token: undefined,
    respondWithToken: () => Promise.reject(new Error("not asked")),
  });
  expect(response === undefined).toBe(isAllowed);
});

test("the user's choice without the state of the first round does not count", async () => {
  const confirm = createConfirm({} as McpServer, secondRound(undefined), sessionOf({}));
  const request = { operationId: "deleteItem", input: INPUT, question: "?", token: undefined };
  expect(await confirm({ ...request, respondWithToken: () => Promise.reject(new Error("not asked")) })).toBeDefined();
});

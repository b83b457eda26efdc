import { expect, test } from "vitest";
import { connect, readResponse } from "./connect.js";

test("a space is shown with its fields, marked as data", async () => {
  const { client, sandbox } = await connect();
  const [space] = sandbox.store.spaces;
  const { contents } = await client.readResource({ uri: `serviceform://spaces/${space?.id}` });
  const { data } = readResponse({ content: contents.map((part) => ({ type: "text", text: textOf(part) })) });
  expect(data).toMatchObject({ id: space?.id, fields: expect.any(Array) });
});

test.for([
  // Some clients read only types of text, and content without a type as text.
  { uri: "serviceform://contract", mimeType: undefined, text: /^\{"openapi":"3\.0\.3",.*\}$/s },
  { uri: "serviceform://errors", mimeType: "text/markdown", text: /ConnectionError/ },
  { uri: "serviceform://spaces/space-customers", mimeType: "text/plain", text: /"id":"space-customers"/ },
])("$uri is one content of type $mimeType: some clients read only the first", async ({ uri, mimeType, text }) => {
  const { client } = await connect();
  const { contents } = await client.readResource({ uri });
  expect(contents).toEqual([{ uri, mimeType, text: expect.stringMatching(text) }]);
});

test("the ID of a space is percent-encoded in its URI", async () => {
  const { client, sandbox } = await connect();
  sandbox.store.spaces = [{ id: "a/b 100%", name: "Odd" }];
  const { contents } = await client.readResource({ uri: `serviceform://spaces/${encodeURIComponent("a/b 100%")}` });
  expect(contents.map(textOf).join()).toContain('"id":"a/b 100%"');
});

test("a space is found in a list with elements that are no objects", async () => {
  const { client } = await connect({}, { fetch: async () => Response.json([null, "text", { id: "s", name: "Odd" }]) });
  const { contents } = await client.readResource({ uri: "serviceform://spaces/s" });
  expect(contents.map(textOf).join()).toContain('"id":"s"');
});

test("an unknown space and a failing API are errors without a URL", async () => {
  const { client, sandbox } = await connect();
  await expect(client.readResource({ uri: "serviceform://spaces/nope" })).rejects.toThrow('there is no space "nope"');
  sandbox.faults.add({ kind: "status", status: 503, times: 9 });
  const failing = client.readResource({ uri: "serviceform://spaces/nope" });
  await expect(failing).rejects.toThrow("the API responded with 503");
  await expect(failing).rejects.not.toThrow(/127\.0\.0\.1/);
});

test.for(["weekly_report", "triage_leads"])("the prompt %s names tools that exist", async (name) => {
  const { client } = await connect();
  const { tools } = await client.listTools();
  const { messages } = await client.getPrompt({ name });
  const text = JSON.stringify(messages);
  const named = text.match(/\b(?:list|count|find|compare|get)_[a-z]+\b/g) ?? [];
  expect(named.length).toBeGreaterThan(1);
  for (const tool of named) expect(tools.map((one) => one.name)).toContain(tool);
});

function textOf(content: unknown): string {
  return String(Object(content).text);
}

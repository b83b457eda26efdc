import { expect, test } from "vitest";
import type { RecordedRequest } from "../../../pipeline/log-entry.js";
import { renderClientCall, renderPathCall } from "./render-client-call.js";
import { renderCurl } from "./render-curl.js";
import { toClientCall } from "./to-client-call.js";

const baseUrl = "http://127.0.0.1:4010";

function recorded(method: string, path: string, body?: unknown): RecordedRequest {
  const url = `https://link.serviceform.com${path}`;
  return { operation: undefined, method, url, headers: {}, body, status: 200, durationMs: 1 };
}

function typescript(method: string, path: string, body?: unknown): string | undefined {
  const call = toClientCall(recorded(method, path, body), baseUrl);
  return call && renderClientCall(call).split("\n").slice(4).join("\n");
}

test("a recorded request is printed as the call that sends it", () => {
  expect(typescript("GET", "/leads")).toBe("const leads = await serviceform.listLeads();");
  expect(typescript("DELETE", "/flex/spaces/a%2Fb/items/1")).toBe(
    'await serviceform.deleteItem({ spaceId: "a/b", itemId: "1" });',
  );
  expect(typescript("POST", "/chats", { limit: 5, showMessages: true })).toBe(
    "const chats = await serviceform.listChats({ limit: 5, showMessages: true });",
  );
  expect(typescript("GET", "/statistics/chat?metrics=totalChats&metrics=chatsByAgent")).toBe(
    'const result = await serviceform.getChatStatistics({ metrics: ["totalChats", "chatsByAgent"] });',
  );
});

test("undocumented inputs are printed as extra", () => {
  expect(typescript("GET", "/leads?page=2&a-b=1")).toBe(
    'const leads = await serviceform.listLeads({}, { extra: { query: { page: "2", "a-b": "1" } } });',
  );
  expect(typescript("POST", "/chats", { limit: 1, team: "Sales" })).toBe(
    'const chats = await serviceform.listChats({ limit: 1 }, { extra: { body: { team: "Sales" } } });',
  );
});

test("a request that no method can send is not printed", () => {
  expect(typescript("GET", "/nothing")).toBeUndefined();
  expect(typescript("POST", "/chats", "{")).toBeUndefined();
  expect(typescript("POST", "/chats", [1])).toBeUndefined();
});

test("a printed value is the same value when TypeScript reads it", () => {
  const text = "quotes \" ' ` $x \\ \u0000 \ud800 \u2028 \u202e عربي 😀\r\n";
  const input = {
    startTime: text,
    uid: "x".repeat(200),
    deep: JSON.parse('{"__proto__":{"a":[1,null,"b"]},"a-b":{}}'),
  };
  const code = renderClientCall({ operationId: "listChats", input, baseUrl });
  const literal = code.slice(code.indexOf("listChats(") + "listChats(".length, -2);
  expect(JSON.stringify(new Function(`return ${literal}`)())).toBe(JSON.stringify(input));
});

test("a call is printed in path style with its parameters where they belong", () => {
  const print = (call: Parameters<typeof renderPathCall>[0]) => renderPathCall(call).split("\n").at(-1);
  expect(print({ operationId: "listLeads", input: {}, baseUrl })).toBe(
    'const { data, error } = await serviceform.GET("/leads");',
  );
  const input = { spaceId: "s", itemId: "i", primary_field: "Acme" };
  expect(renderPathCall({ operationId: "updateItem", input, baseUrl })).toContain(
    [
      'serviceform.PUT("/flex/spaces/{spaceId}/items/{itemId}", {',
      '  params: { path: { spaceId: "s", itemId: "i" } },',
      '  body: { primary_field: "Acme" },',
      "});",
    ].join("\n"),
  );
});

test("a request is printed for curl with the key from the environment and every quote escaped", () => {
  const headers = { "content-type": "application/json", host: "x", "user-agent": "node", "x-trace": "it's" };
  const url = `${baseUrl}/leads?a[]=1`;
  expect(renderCurl({ operation: "listLeads", method: "POST", url, headers, body: `{"a":"it's"}` })).toBe(
    [
      `curl --globoff -X POST '${url}'`,
      '-H "sf-api-key: $SERVICEFORM_API_KEY"',
      "-H 'content-type: application/json'",
      "-H 'x-trace: it'\\''s'",
      `--data-raw '{"a":"it'\\''s"}'`,
    ].join(" \\\n  "),
  );
});

test("a body with a NUL reaches curl through a pipe", () => {
  const command = renderCurl({ operation: undefined, method: "POST", url: baseUrl, headers: {}, body: "a\0b\\n" });
  expect(command).toContain("printf %b 'a\\0000b\\\\n' | curl -X POST");
  expect(command).toContain("--data-binary @-");
});

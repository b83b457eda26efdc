import { samples } from "@serviceform/tests-samples";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Sandbox } from "./create-sandbox.js";
import {
  type AnyRequest,
  anyRequest,
  encodeSegment,
  everyBodyInvalid,
  everyKeyInvalid,
  everyRight,
  wildText,
} from "./testing/any-request.js";
import { fuzzBudget } from "./testing/fuzz-budget.js";
import { createSandbox, startServer, takeIssues } from "./testing/sandbox.js";
import { sendRaw } from "./testing/send-raw.js";
import { validateExchange } from "./testing/validate-exchange.js";

test("every request gets a documented response", async () => {
  const sandbox = createSandbox();
  const seen = await fuzz(sandbox, 120, async ({ method, path, query, body, headers }) => {
    const bodiless = /^(get|head)$/i.test(method);
    await sandbox.fetch(`https://link.serviceform.com${path}${query}`, {
      method,
      headers,
      ...(!bodiless && { body: body as NonNullable<RequestInit["body"]> }),
    });
  });
  // The requests must not all be rejected before they reach an operation.
  for (const { id, success } of Object.values(samples)) expect(seen).toContain(`${id} ${success}`);
  const statuses = new Set(seen.map((one) => Number(one.split(" ")[1])));
  expect([...statuses]).toEqual(expect.arrayContaining([400, 401, 403, 404, 422]));
});

test("every request over a socket gets a documented response", async () => {
  const logged = vi.spyOn(console, "error").mockReturnValue();
  const { sandbox, port, close } = await startServer();
  onTestFinished(close);
  onTestFinished(() => logged.mockRestore());
  const seen = await fuzz(sandbox, 60, async (request) => {
    const before = sandbox.requests.at(-1);
    const response = await sendRaw(port, request);
    const recorded = sandbox.requests.at(-1);
    if (recorded && recorded !== before) expect(validateExchange({ ...recorded, ...response })).toBeUndefined();
    else expect(statusesWithoutApi(request)).toContain(response.status);
  });
  for (const { id, success } of Object.values(samples)) expect(seen).toContain(`${id} ${success}`);
  expect(logged).not.toHaveBeenCalled();
});

test("any text in a name, value, path or query gets the documented status", async () => {
  const sandbox = createSandbox();
  const { url, close } = await startServer();
  onTestFinished(close);
  const items = "/flex/spaces/space-customers/items";
  const send = async (method: string, path: string, any: string, json?: object) => {
    const headers = { "sf-api-key": "sf_sandbox_key", "content-type": "application/json", "x-any": any };
    const init = { method, headers, ...(json && { body: JSON.stringify(json) }) };
    const { status } = await sandbox.fetch(`https://link.serviceform.com${path}`, init);
    expect([path, (await fetch(url + path, init)).status]).toEqual([path, status]);
    return status;
  };
  await fc.assert(
    fc.asyncProperty(wildText, async (text) => {
      const header = text.replaceAll(/[^\x21-\x7e\x80-\xff]/g, "");
      const name = `${text}x`;
      expect(await send("POST", items, header, { primary_field: "x", [name]: { [text]: text } })).toBe(422);
      expect(await send("POST", items, header, { primary_field: text })).toBe(200);
      expect(await send("POST", "/chats", header, { [name]: text })).toBe(400);
      expect(await send("POST", "/chats", header, { startTime: text })).toBe(400);
      const segment = `${encodeSegment(text)}x`;
      expect(await send("GET", `${items}/${segment}`, header)).toBe(404);
      expect(await send("POST", `/flex/spaces/${segment}/items`, header, { primary_field: "x" })).toBe(422);
      const query = text.replaceAll(/[#&]/g, "");
      expect(await send("GET", `/leads?x${query}=${query}`, header)).toBe(400);
    }),
    fuzzBudget(6),
  );
});

/** The statuses of a request that does not reach the API: from Node.js, if it is no valid HTTP, or from the pages. */
function statusesWithoutApi({ path }: AnyRequest): readonly number[] {
  const isPage = /^\/(_sandbox(\/.*)?)?$/.test(new URL(`http://x${path}`).pathname);
  return isPage ? [200, 400, 404, 405] : [400, 405];
}

/** Sends random requests, validates the responses, and returns each operation with the statuses it responded with. */
async function fuzz(sandbox: Sandbox, runs: number, send: (request: AnyRequest) => Promise<void>): Promise<string[]> {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const before = sandbox.requests.at(-1);
      await send(request);
      const recorded = sandbox.requests.at(-1);
      if (recorded !== before) seen.add(`${recorded?.operation} ${recorded?.status}`);
      if (recorded?.method === "DELETE" && recorded.status === 200) sandbox.reset();
      // After each request, so that fast-check finds and shrinks the one with the invalid response.
      expect(takeIssues()).toEqual([]);
    }),
    {
      ...fuzzBudget(runs),
      examples: [...everyKeyInvalid, ...everyBodyInvalid, ...everyRight].map((request) => [request]),
    },
  );
  return [...seen];
}

import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Sandbox } from "./create-sandbox.js";
import {
  type AnyRequest,
  anyRequest,
  encodeSegment,
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
  const seen = await fuzz(sandbox, 500, async ({ method, path, query, body, headers }) => {
    const bodiless = /^(get|head)$/i.test(method);
    await sandbox.fetch(`https://link.serviceform.com${path}${query}`, {
      method,
      headers,
      ...(!bodiless && { body: body as NonNullable<RequestInit["body"]> }),
    });
  });
  // Proof that the requests are not all rejected at the door.
  for (const operation of Object.keys(operationTable)) expect(seen).toContain(`${operation} 200`);
  const statuses = new Set(seen.map((one) => Number(one.split(" ")[1])));
  expect([...statuses]).toEqual(expect.arrayContaining([400, 401, 403, 404, 422]));
});

test("every request over a socket gets a documented response", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const { sandbox, port, close } = await startServer();
  onTestFinished(close);
  onTestFinished(() => said.mockRestore());
  const seen = await fuzz(sandbox, 150, async (request) => {
    const before = sandbox.requests.at(-1);
    const answer = await sendRaw(port, request);
    const recorded = sandbox.requests.at(-1);
    if (recorded && recorded !== before) expect(validateExchange({ ...recorded, ...answer })).toBeUndefined();
    else expect(statusesWithoutApi(request)).toContain(answer.status);
  });
  for (const operation of Object.keys(operationTable)) expect(seen).toContain(`${operation} 200`);
  expect(said).not.toHaveBeenCalled();
});

test("whatever a name, a value, a path or a query is made of, the status is the documented one", async () => {
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
    fc.asyncProperty(wildText, async (wild) => {
      const header = wild.replaceAll(/[^\x21-\x7e\x80-\xff]/g, "");
      const name = `${wild}x`;
      expect(await send("POST", items, header, { primary_field: "x", [name]: { [wild]: wild } })).toBe(422);
      expect(await send("POST", items, header, { primary_field: wild })).toBe(200);
      expect(await send("POST", "/chats", header, { [name]: wild })).toBe(400);
      expect(await send("POST", "/chats", header, { startTime: wild })).toBe(400);
      const segment = `${encodeSegment(wild)}x`;
      expect(await send("GET", `${items}/${segment}`, header)).toBe(404);
      expect(await send("POST", `/flex/spaces/${segment}/items`, header, { primary_field: "x" })).toBe(422);
      const query = wild.replaceAll(/[#&]/g, "");
      expect(await send("GET", `/leads?x${query}=${query}`, header)).toBe(400);
    }),
    fuzzBudget(60),
  );
});

/** The statuses of a request that does not get as far as the API: by Node, where it is no HTTP, or by the pages. */
function statusesWithoutApi({ path }: AnyRequest): readonly number[] {
  const isPage = /^\/(_sandbox(\/.*)?)?$/.test(new URL(`http://x${path}`).pathname);
  return isPage ? [200, 400, 404, 405] : [400, 405];
}

/** Sends made-up requests, whose answers are judged, and returns which operation was answered with which status. */
async function fuzz(sandbox: Sandbox, runs: number, send: (request: AnyRequest) => Promise<void>): Promise<string[]> {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const before = sandbox.requests.at(-1);
      await send(request);
      const recorded = sandbox.requests.at(-1);
      if (recorded !== before) seen.add(`${recorded?.operation} ${recorded?.status}`);
      if (recorded?.method === "DELETE" && recorded.status === 200) sandbox.reset();
      // Each answer by itself, so that the request that is to blame is found and made small.
      expect(takeIssues()).toEqual([]);
    }),
    { ...fuzzBudget(runs), examples: [...everyKeyInvalid, ...everyRight].map((request) => [request]) },
  );
  return [...seen];
}

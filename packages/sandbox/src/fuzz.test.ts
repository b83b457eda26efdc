import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { createSandbox, type Sandbox } from "./create-sandbox.js";
import { startServer } from "./server/start-server.js";
import { type AnyRequest, anyRequest, item } from "./testing/any-request.js";
import { fuzzBudget } from "./testing/fuzz-budget.js";
import { judge } from "./testing/judge.js";
import { sendRaw } from "./testing/send-raw.js";

/** Statuses of requests that lead to no operation. */
const LOST = [404, 405];
/** By Node, where it is no HTTP. */
const NO_HTTP = 400;

type Lost = (request: AnyRequest) => readonly number[];
type Send = (request: AnyRequest) => Promise<{ status: number; text: string }>;

test("whatever comes in is answered as documented", async () => {
  const sandbox = createSandbox();
  const seen = await fuzz(
    sandbox,
    1_500,
    () => LOST,
    async ({ method, path, query, body, headers }) => {
      const bodiless = /^(get|head)$/i.test(method);
      const response = await sandbox.fetch(`https://link.serviceform.com${path}${query}`, {
        method,
        headers,
        ...(!bodiless && { body: body as NonNullable<RequestInit["body"]> }),
      });
      return { status: response.status, text: await response.text() };
    },
  );
  // Proof that the requests are not all refused at the door.
  for (const operation of Object.keys(operationTable)) expect(seen).toContain(`${operation} 200`);
  for (const status of ["createItem 422", "updateItem 400", "getItem 404", "listLeads 401"])
    expect(seen).toContain(status);
});

test("whatever comes over a socket is answered as documented", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const { sandbox, port, close } = await startServer();
  onTestFinished(close);
  onTestFinished(() => said.mockRestore());
  const seen = await fuzz(sandbox, 500, lost, (request) => sendRaw(port, request));
  for (const operation of Object.keys(operationTable)) expect(seen).toContain(`${operation} 200`);
  expect(said).not.toHaveBeenCalled();
});

/** The server has pages beside the API. */
function lost({ path }: AnyRequest): readonly number[] {
  const isPage = /^\/(_sandbox(\/.*)?)?$/.test(new URL(`http://x${path}`).pathname);
  return isPage ? [...LOST, NO_HTTP, 200] : [...LOST, NO_HTTP];
}

/** Sends made-up requests, has each answer judged, and returns which operation was answered with which status. */
async function fuzz(sandbox: Sandbox, runs: number, lost: Lost, send: Send): Promise<string[]> {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      if (!sandbox.store.items.some(({ id }) => id === item.id)) sandbox.reset();
      const before = sandbox.requests.at(-1);
      const { status, text } = await send(request);
      const entry = sandbox.requests.at(-1);
      const operation = entry === before ? undefined : entry?.operation;
      if (operation) expect(judge(operation, status, text)).toBeUndefined();
      else expect(lost(request)).toContain(status);
      seen.add(`${operation} ${status}`);
    }),
    fuzzBudget(runs),
  );
  return [...seen];
}

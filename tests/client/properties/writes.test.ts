import { isServiceformError } from "@serviceform/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clientOf, jsonResponse } from "../runner/scripted-client.ts";

/** The fate of one request, and whether the API applies it. */
interface Fault {
  readonly applied: boolean;
  readonly response: (item: { id: string }) => Response | Promise<Response>;
}

const never = () => new Promise<never>(() => {});
const status = (code: number, applied: boolean, headers = {}): Fault => ({
  applied,
  response: () => jsonResponse({ message: `${code}` }, { status: code, headers }),
});
const failed = (code: string): TypeError =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
const broken = (head: string): Response =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      pull: (controller) => controller.error(new TypeError("terminated")),
    }),
  );

const ways: Record<string, (applied: boolean) => Fault> = {
  success: () => ({ applied: true, response: (item) => jsonResponse(item) }),
  reset: (applied) => ({ applied, response: () => Promise.reject(new TypeError("reset")) }),
  throws: (applied) => ({
    applied,
    response: () => {
      throw new TypeError("no network");
    },
  }),
  stall: (applied) => ({ applied, response: never }),
  stalledBody: (applied) => ({ applied, response: () => new Response(new ReadableStream({ pull: () => never() })) }),
  cut: (applied) => ({ applied, response: () => broken('{"id":') }),
  html: (applied) => ({ applied, response: () => new Response("<html>") }),
  truncated: (applied) => ({ applied, response: () => new Response('{"id"') }),
  empty: (applied) => ({ applied, response: () => new Response(null, { status: 204 }) }),
  redirect: (applied) => ({
    applied,
    response: () => new Response(null, { status: 302, headers: { location: "https://evil.example" } }),
  }),
  s408: (applied) => status(408, applied),
  s500: (applied) => status(500, applied),
  s502: (applied) => status(502, applied, { "retry-after": "0" }),
  s503: (applied) => status(503, applied),
  s504: (applied) => status(504, applied),
  s599: (applied) => status(599, applied),
  // From a gateway that has forwarded the request.
  s503later: (applied) => status(503, applied, { "retry-after": "0" }),
  page404: () => ({
    applied: false,
    response: () => new Response("<html>no backend", { status: 404, headers: { "content-type": "text/html" } }),
  }),
  neverConnected: () => ({ applied: false, response: () => Promise.reject(failed("ECONNREFUSED")) }),
  // With these statuses, the request was not processed.
  s429: () => status(429, false),
  s429later: () => status(429, false, { "retry-after": "0" }),
  s422: () => status(422, false),
  s403: () => status(403, false),
};

const fault = fc.record({ way: fc.constantFrom(...Object.keys(ways)), applied: fc.boolean() });

test("any interleaving of faults applies a create at most once, and each error reports that it may exist", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 6 }),
      fc.constantFrom("createItem", "updateItem", "deleteItem"),
      fc.boolean(),
      async (script, operation, bySafe) => {
        let requests = 0;
        let applied = 0;
        const client = clientOf(
          async () => {
            const { way, applied: carriedOut } = script[requests] ?? { way: "success", applied: true };
            requests += 1;
            const { applied: isApplied, response } = (ways[way] as (typeof ways)[string])(carriedOut);
            // An empty success of a delete, or one with any JSON, is from the API.
            if (isApplied || (operation === "deleteItem" && (way === "empty" || way === "truncated"))) applied += 1;
            return response({ id: "i" });
          },
          { timeoutMs: 3, retries: { limit: 4, baseDelayMs: 0 } },
        );
        const input = { spaceId: "s", itemId: "i", primary_field: "x" };
        const { itemId: _, ...create } = input;
        const { primary_field: __, ...remove } = input;
        const given = { createItem: create, deleteItem: remove, updateItem: input }[operation];
        const methods = (bySafe ? client.safe : client) as unknown as Record<
          string,
          (input: unknown) => Promise<unknown>
        >;
        const outcome = await (methods[operation] as (typeof methods)[string])(given).then(
          (value) => (bySafe ? (value as { ok: boolean; error?: unknown }) : { ok: true }),
          (error: unknown) => ({ ok: false, error }),
        );
        if (operation === "createItem") expect(applied).toBeLessThanOrEqual(1);
        if (outcome.ok) return void expect(applied).toBeGreaterThanOrEqual(1);
        if (!("error" in outcome) || !isServiceformError(outcome.error)) throw outcome;
        expect(outcome.error.attempts).toBe(requests);
        if (applied > 0) expect(outcome.error.mayHaveSucceeded, `${operation} ${JSON.stringify(script)}`).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

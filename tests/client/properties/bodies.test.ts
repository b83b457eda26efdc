import { isServiceformError, type ServiceformClient } from "@serviceform/client";
import { codePoint } from "@serviceform/tests-samples/code-point";
import { type OperationId, operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { operationIds, samples } from "../cases/operations.ts";
import { clientOf } from "../runner/scripted-client.ts";

const statuses = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  { weight: 3, arbitrary: fc.constantFrom(201, 204, 205, 206, 299, 300, 304, 400, 404, 408, 422, 429, 500, 503, 599) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
);
const text = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.array(fc.json({ maxDepth: 1 })).map((parts) => `[${parts.join(",")}]`),
  fc.string({ unit: codePoint }),
  fc
    .array(fc.constantFrom("[", "]", "{", "}", ",", '"', "\\", "1", " ", "\ufeff", ":", "null"), { maxLength: 8 })
    .map((parts) => parts.join("")),
  // Long strings, with escapes anywhere.
  fc
    .array(fc.constantFrom("\\", '"', "a", "a".repeat(60)), { maxLength: 12 })
    .map((parts) => JSON.stringify([parts.join(""), 1])),
);
const bytes = fc.oneof(
  text.map((value) => new TextEncoder().encode(value)),
  fc.uint8Array({ maxLength: 40 }),
  fc
    .tuple(fc.uint8Array({ maxLength: 4 }), text)
    .map(([head, tail]) => Uint8Array.from([...head, ...new TextEncoder().encode(tail)])),
);
const type = fc.option(
  fc.constantFrom(
    "application/json",
    "text/html",
    "application/problem+json",
    "text/plain; charset=latin1",
    "",
    "nonsense",
  ),
);
/** Sizes of the chunks of the body. */
const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(70, 1_000)), {
  minLength: 1,
  maxLength: 4,
});

interface Given {
  status: number;
  bytes: Uint8Array;
  type: string | null;
  sizes: number[];
}
const given = fc.record({ status: statuses, bytes, type, sizes });

function responseOf({ status, bytes, type, sizes }: Given): Response {
  let offset = 0;
  let turn = 0;
  const whole = sizes.every((size) => size === 0);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (offset >= bytes.length) return controller.close();
      const size = whole ? bytes.length : (sizes[turn++ % sizes.length] ?? 1);
      controller.enqueue(bytes.slice(offset, offset + size));
      offset += size;
    },
  });
  const headers = type === null ? {} : { "content-type": type };
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}

type Outcome = { data: unknown } | { error: unknown };

async function call(
  client: ServiceformClient,
  operation: OperationId,
  by: "method" | "safe" | "stream",
): Promise<Outcome> {
  // Each method has its own input type; the sample is of the same operation.
  const input = samples[operation].input as never;
  if (by === "safe") {
    const result = await client.safe[operation](input);
    return result.ok ? { data: result.data } : { error: result.error };
  }
  try {
    if (by === "method") return { data: await client[operation](input) };
    const parts: unknown[] = await Array.fromAsync(client.stream[operation as "listLeads"](input));
    return { data: joinParts(operation, parts) };
  } catch (error) {
    return { error };
  }
}

/** The elements of a list, else the whole text or all bytes. */
function joinParts(operation: OperationId, parts: readonly unknown[]): unknown {
  const { responseBody } = operationTable[operation];
  if (responseBody === "text") return parts.join("");
  return responseBody === "binary" ? new Uint8Array(Buffer.concat(parts as Uint8Array[])) : parts;
}

test("any bytes with any status give data or a typed error; method, safe and stream agree", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operationIds), given, async (operation, response) => {
      const client = clientOf(async () => responseOf(response), { retries: 0 });
      const one = await call(client, operation, "method");
      const outcomes = [one, await call(client, operation, "safe")];
      if (operation in client.stream) outcomes.push(await call(client, operation, "stream"));
      for (const outcome of outcomes) {
        if ("data" in outcome) {
          expect(outcome).toEqual(one);
          continue;
        }
        if (!isServiceformError(outcome.error)) throw outcome.error;
        expect(["ApiError", "ResponseError", "ConnectionError"]).toContain(outcome.error.name);
        expect("error" in one && (one.error as Error).name).toBe(outcome.error.name);
        expect(outcome.error.status).toBe(response.status);
      }
      if (response.status >= 300) expect("error" in one).toBe(true);
    }),
    { numRuns: 400 },
  );
});

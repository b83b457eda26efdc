import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenApi } from "../render-files.ts";
import type { Schemas } from "../translate-schema.ts";
import { anyContract } from "./any-contract.ts";
import { anyValue } from "./any-value.ts";
import { assertAgreement, type Exchange } from "./assert-agreement.ts";
import { inputSchema, readOperations } from "./read-operations.ts";

/** How many random contracts are generated, and their seed. */
const numRuns = Number(process.env.CONTRACT_RUNS ?? 2);
const seed = Number(process.env.CONTRACT_SEED ?? 1);
const VALUES = { minLength: 6, maxLength: 6 };

const anyCase = anyContract.chain((document) => {
  const { schemas } = document.components as { schemas: Schemas };
  const operations = readOperations(document);
  const exchange = (operation: (typeof operations)[number]): fc.Arbitrary<Exchange> =>
    fc.record({
      inputs: fc.array(anyValue(schemas, inputSchema(operation)).filter(isObject), VALUES),
      outputs: fc.array(anyValue(schemas, operation.output ?? {}), VALUES),
    });
  return fc.tuple(fc.constant(document), fc.constant(operations), fc.tuple(...operations.map(exchange)));
});

test("client, validators and sandbox agree with ajv and a plain implementation on any contract", {
  timeout: numRuns * 20_000,
}, async () => {
  const seen = new Set<string>();
  const property = fc.asyncProperty(anyCase, async ([document, operations, exchanges]) => {
    for (const kind of await assertAgreement(document as OpenApi, operations, exchanges)) seen.add(kind);
  });
  await fc.assert(property, { numRuns, seed, endOnFailure: process.env.CONTRACT_SHRINK === undefined });
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(["invalid input", "invalid output", "not sent", "valid input", "valid output"]),
  );
});

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

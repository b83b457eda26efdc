import fc from "fast-check";
import { expect, test } from "vitest";
import { createAjv } from "../ajv.ts";
import { compile } from "../compile.ts";
import type { Json } from "../document.ts";
import type { OpenApi } from "../render-files.ts";
import type { Schemas } from "../translate-schema.ts";
import { anyContract } from "./any-contract.ts";
import { anyValue } from "./any-value.ts";
import { inputSchema, readOperations } from "./read-operations.ts";

/** How many random contracts are generated, and their seed. */
const numRuns = Number(process.env.CONTRACT_RUNS ?? 12);
const seed = Number(process.env.CONTRACT_SEED ?? 1);

/**
 * In a literal, TypeScript rejects a key that its type does not name, and a property beside an index signature of another
 * type, although values can have both.
 */
const IN_LITERALS_ONLY = /error TS2353:|\[key: string\]/;

test("the types of any contract compile, and any valid input and output has them", {
  timeout: 300_000 + numRuns * 1_000,
}, async () => {
  const documents = fc.sample(anyContract, { numRuns: Math.ceil(numRuns / 3), seed });
  const cases = documents.map((document, index) => [`case${index}`, { document, uses: writeUses(document) }] as const);
  const output = await compile(Object.fromEntries(cases));
  const errors = output.split("\n").filter((line) => /^\S/.test(line) && !IN_LITERALS_ONLY.test(line));
  expect(errors).toEqual([]);
  expect(cases.map(([, { uses }]) => uses).join("")).toContain("export const");
});

/** Constants of the types of each operation, with values that ajv accepts. */
function writeUses(document: OpenApi): string {
  const { schemas } = document.components as { schemas: Schemas };
  const request = createAjv(document, "request");
  const response = createAjv(document, "response", { formats: false });
  const write = (name: string, type: string, schema: Json, accepts: (value: unknown) => boolean): string[] =>
    fc
      .sample(anyValue(schemas, schema), { numRuns: 40, seed })
      .filter((value) => accepts(value))
      .map((value, index) => `export const ${name}${index}: ${type} = ${JSON.stringify(value)};\n`);
  const uses = readOperations(document).flatMap((operation) => {
    const { id, output } = operation;
    const type = `types.OperationMap["${id}"]`;
    const input = inputSchema(operation);
    return [
      ...write(`${id}Input`, `${type}["input"]`, input, request(input)),
      ...(output ? write(`${id}Output`, `${type}["output"]`, output, response(output)) : []),
    ];
  });
  return uses.join("");
}

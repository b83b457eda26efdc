import { expect, test } from "vitest";
import { contract, integer, json, object, ref, text } from "./document.ts";
import { loadWithoutHandlers } from "./load-contract.ts";

/** Schemas that contain a parent with a discriminator, whose mapping names one of them. */
const document = contract(
  Object.fromEntries(
    ["Cat", "Lion", "Dog", "Animal"].map((name) => [
      `/${name}`,
      { get: { operationId: `get${name}`, responses: { 200: json(ref(name)) } } },
    ]),
  ),
  {
    schemas: {
      Animal: {
        ...object({ kind: { type: "string", example: "animal" } }, ["kind"]),
        discriminator: { propertyName: "kind", mapping: { hound: "#/components/schemas/Dog" } },
      },
      Cat: { allOf: [ref("Animal"), object({ lives: integer })] },
      Lion: { allOf: [ref("Cat"), object({ mane: text })] },
      Dog: { allOf: [ref("Animal"), object({ breed: text })] },
    },
  },
);

const { createSandbox, validators } = await loadWithoutHandlers(document);

test.for([
  ["Cat", "Cat"],
  ["Lion", "Lion"],
  ["Dog", "hound"],
  ["Animal", "animal"],
] as const)("the sandbox responds with a %s of the kind %s, which its type names", async ([name, kind]) => {
  const sandbox = createSandbox({ apiKey: "k" });
  const response = await sandbox.fetch(`https://api.test/${name}`, { headers: { "x-key": "k" } });
  expect(await response.json()).toMatchObject({ kind });
  expect(validators[`get${name}`]?.output.validate({ kind: "another" })).toEqual([]);
});

import { expect, test } from "vitest";
import type { Document, OperationObject } from "../openapi/document.ts";
import { pets, petsWith } from "./fixtures/pets.ts";
import { render } from "./generate.ts";

test("generation rejects names that openapi-typescript cannot handle, and references below them", async () => {
  const pet = (properties: object) => (spec: Document) =>
    Object.assign(spec.components?.schemas?.Pet ?? {}, { properties });
  await expect(render(petsWith(pet({ valueOf: { type: "string" } })))).rejects.toThrow(
    'spec/components/schemas/Pet.yaml: The name "valueOf" cannot be used',
  );
  const self = { $ref: "#/components/schemas/Pet" };
  await expect(render(petsWith(pet({ constructor: { type: "array", items: self } })))).rejects.toThrow(
    'The name "constructor" cannot be used with a $ref below it',
  );
  await expect(render(petsWith(pet({ constructor: { type: "string" } })))).resolves.toBeInstanceOf(Map);
});

test("generation ignores extensions beside paths and responses", async () => {
  const extended = petsWith(({ paths }) => {
    const { responses } = Object(paths["/pets"]).get as OperationObject;
    for (const map of [paths, responses])
      Object.assign(map, { "x-text": "Text.", "x-null": null, "x-object": { a: 1 } });
  });
  expect((await render(extended)).get("paths.ts")).toBe((await render(pets)).get("paths.ts"));
});

test("a property can have a percent sign in its name, whatever is in its value", async () => {
  const files = await render(
    petsWith(({ components }) => {
      const inner = { type: "object", required: ["%41"], properties: { "%41": { type: "string", enum: ["5%"] } } };
      const properties = { name: { type: "string" }, "100%": inner, "%": { oneOf: [inner, { type: "string" }] } };
      const PetInput = { type: "object", additionalProperties: false, required: ["100%"], properties };
      Object.assign(components?.schemas ?? {}, { PetInput });
    }),
  );
  for (const name of ["paths.ts", "inputs.ts"])
    expect(
      files
        .get(name)
        ?.replaceAll(/\/\*\*.*?\*\/|\s+/gs, " ")
        .replaceAll(/ +/g, " "),
    ).toMatch(/"100%": \{ "%41": "5%"; \}; "%"\?: (?:\(?\{ "%41": "5%"; \} \| string|string \| )/);
});

test("a field with a default is optional in inputs and in responses", async () => {
  const files = await render(
    petsWith(({ components }) => {
      const properties = { name: { type: "string" }, kind: { type: "string", default: "cat" } };
      const PetInput = { type: "object", additionalProperties: false, required: ["name"], properties };
      Object.assign(components?.schemas ?? {}, { PetInput });
    }),
  );
  expect(files.get("paths.ts")).toMatch(/PetInput: \{[^}]*\bname: string;[^}]*\bkind\?: string;/);
});

test("an object without properties may have any, unless it is closed", async () => {
  const files = await render(
    petsWith(({ components }) => {
      const properties = {
        free: { type: "object" },
        part: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object", required: ["name"] }] },
        closed: { type: "object", additionalProperties: false },
      };
      Object.assign(components?.schemas ?? {}, { Free: { type: "object", properties } });
    }),
  );
  const text = files.get("paths.ts") ?? "";
  expect(text).toContain("free?: Record<string, unknown>;");
  expect(text).toContain('part?: components["schemas"]["Pet"] & Record<string, unknown>;');
  expect(text).toContain("closed?: Record<string, never>;");
});

test("generation renders one key in a header as apiKey, and other security as security schemes", async () => {
  const security = async (change: object) =>
    (await render(petsWith((spec) => Object.assign(spec, change)))).get("security.ts") ?? "";
  expect(await security({})).toContain("securitySchemes: { readonly [option: string]: SecurityScheme } = {};");
  expect(await security({ security: [] })).toContain("= [[]];");
  expect(await security({ security: [{ apiKey: [] }, {}] })).toContain('= [["apiKey"],[]];');
});

test("no name of an input can end a comment", async () => {
  const files = await render(
    petsWith(({ paths }) => {
      const pets = Object(paths["/pets"]);
      pets.get.parameters.push({ name: "a*/b", in: "query", schema: { type: "string" } });
    }),
  );
  expect(files.get("methods.ts")).toContain("@param input.a*\\/b");
  expect(files.get("methods.ts")).not.toContain("@param input.a*/b");
});

test("SafeMethods lists errors as results, Methods as exceptions", async () => {
  const methods = (await render(pets)).get("methods.ts") ?? "";
  const [, safe = "", stream = ""] = methods.split(/^export interface (?:Safe|Stream)Methods/m);
  expect(methods).toContain("   * @throws `ApiError` 404: There is no such pet.");
  expect(safe).toContain("   * - Error 404: There is no such pet.");
  expect(safe).not.toContain("@throws");
  expect(stream).toContain("   * @throws `ApiError` 404: There is no such pet.");
});

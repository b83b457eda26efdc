import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { splitDirections } from "./split-directions.ts";

const pet = { $ref: "#/components/schemas/Pet" };

test("values that look like schemas stay as they are, in examples and defaults alike", () => {
  const value = { allOf: [{ $ref: "#/definitions/base" }], properties: { id: { readOnly: true } }, required: ["id"] };
  const document = {
    paths: {
      "/pets": {
        post: {
          requestBody: { content: { "application/json": { schema: pet, example: { of: pet, value } } } },
          responses: {
            200: { content: { "application/json": { schema: pet, examples: { one: { value } } } } },
            default: { content: { "application/json": { schema: { ...pet }, example: value } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Pet: { type: "object", default: { of: pet, value }, properties: { id: { type: "string", readOnly: true } } },
      },
    },
  };
  const split = splitDirections(document as unknown as Document);
  const { requestBody, responses } = document.paths["/pets"].post;
  const inRequest = { $ref: "#/components/schemas/PetInRequest" };
  expect(split.paths["/pets"]?.post).toEqual({
    requestBody: { content: { "application/json": { ...requestBody.content["application/json"], schema: inRequest } } },
    responses,
  });
  expect(split.components?.schemas?.PetInRequest).toEqual({ ...document.components.schemas.Pet, properties: {} });
});

test("a response and a parameter with the names of such fields have their directions", () => {
  const secret = { type: "object", properties: { secret: { type: "string", writeOnly: true } } };
  const id = { type: "object", properties: { id: { type: "string", readOnly: true } } };
  const content = (schema: object) => ({ content: { "application/json": { schema } } });
  const split = splitDirections({
    paths: { "/pets": { get: { responses: { default: content(secret) } } } },
    components: { responses: { example: content(secret) }, requestBodies: { examples: content(id) } },
  } as unknown as Document);
  const empty = content({ type: "object", properties: {} });
  expect(split.paths["/pets"]).toEqual({ get: { responses: { default: empty } } });
  expect(split.components).toMatchObject({ responses: { example: empty }, requestBodies: { examples: empty } });
});

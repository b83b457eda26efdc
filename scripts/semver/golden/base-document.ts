import type { Document } from "../../openapi/document.ts";

const PET = { $ref: "#/components/schemas/Pet" };
const PET_INPUT = { $ref: "#/components/schemas/PetInput" };
const NOT_FOUND = { $ref: "#/components/responses/NotFound" };
const PET_ID = { $ref: "#/components/parameters/petId" };

/** A small contract that has one of everything a contract may have. */
export const baseDocument = {
  openapi: "3.0.3",
  info: { title: "Pets", version: "1.0.0", description: "Pets and their owners." },
  servers: [{ url: "https://pets.test" }],
  security: [{ apiKey: [] }],
  tags: [{ name: "Pets", description: "Pets." }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["Pets"],
        summary: "List pets",
        description: "Returns all pets.",
        parameters: [
          {
            name: "kind",
            in: "query",
            description: "Keeps one kind.",
            schema: { type: "string", enum: ["cat", "dog"] },
          },
          { name: "limit", in: "query", description: "The most to return.", schema: { type: "integer" } },
        ],
        responses: { 200: json("All pets.", { type: "array", items: PET }) },
      },
      post: {
        operationId: "createPet",
        description: "Creates a pet.",
        requestBody: { required: true, content: { "application/json": { schema: PET_INPUT } } },
        responses: { 200: json("The pet.", PET), 422: { $ref: "#/components/responses/Invalid" } },
      },
    },
    "/pets/{petId}": {
      parameters: [PET_ID],
      get: {
        operationId: "getPet",
        description: "Returns a pet.",
        responses: { 200: json("The pet.", PET), 404: NOT_FOUND },
      },
      delete: {
        operationId: "deletePet",
        description: "Deletes a pet.",
        responses: { 200: { description: "It is gone." }, 404: NOT_FOUND },
      },
    },
    "/owners": {
      get: {
        operationId: "listOwners",
        description: "Returns all owners.",
        responses: { 200: json("All owners.", { type: "array", items: { $ref: "#/components/schemas/Owner" } }) },
      },
    },
    "/search": {
      post: {
        operationId: "listMatches",
        description: "Finds pets.",
        "x-idempotent": true,
        "x-safe": true,
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/PetQuery" } } },
        },
        responses: { 200: json("The matches.", { type: "array", items: PET }) },
      },
    },
  },
  components: {
    securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "x-key" } },
    parameters: {
      petId: { name: "petId", in: "path", required: true, description: "The ID of a pet.", schema: { type: "string" } },
    },
    responses: {
      NotFound: json("No such pet.", { $ref: "#/components/schemas/Problem" }),
      Invalid: json("The pet is invalid.", { $ref: "#/components/schemas/Problem" }),
    },
    schemas: {
      Pet: object("A pet.", ["id", "kind"], {
        id: { type: "string", description: "The ID." },
        kind: { type: "string", enum: ["cat", "dog"], description: "The kind." },
        name: { type: "string", description: "The name." },
        age: { type: "integer", description: "The age in years." },
        chip: { type: "string", nullable: true, description: "The chip number." },
        tags: { type: "array", items: { type: "string" }, description: "Tags." },
        owner: { $ref: "#/components/schemas/Owner" },
      }),
      Owner: object("Who owns a pet.", ["id"], {
        id: { type: "string", description: "The ID." },
        email: { type: "string", description: "The address." },
      }),
      PetInput: {
        ...object("What a caller sets.", ["kind"], {
          kind: { type: "string", enum: ["cat", "dog"], description: "The kind." },
          name: { type: "string", description: "The name." },
        }),
        additionalProperties: false,
      },
      PetQuery: {
        ...object("Filters.", [], { name: { type: "string", description: "Keeps one name." } }),
        additionalProperties: false,
      },
      Problem: {
        ...object("The body of an error.", [], { message: { type: "string", description: "What is wrong." } }),
        additionalProperties: true,
      },
    },
  },
} satisfies Document & { openapi: string; info: { description: string }; tags: object };

function object(description: string, required: string[], properties: Record<string, object>) {
  return { type: "object", description, ...(required.length > 0 ? { required } : {}), properties };
}

function json(description: string, schema: object) {
  return { description, content: { "application/json": { schema } } };
}

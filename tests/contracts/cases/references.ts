import { body, closed, contract, integer, json, object, parameter, ref, text } from "../document.ts";

/** A reference in every place that can have one; some refer to another reference. */
export const references = contract(
  {
    "/pets": {
      parameters: [ref("page", "parameters")],
      get: {
        operationId: "listPets",
        parameters: [
          ref("stages", "parameters"),
          parameter("priority", ref("Priority")),
          parameter("fresh", ref("Flag")),
        ],
        responses: { 200: ref("PetList", "responses"), 400: ref("Bad", "responses"), 403: ref("Alias", "responses") },
      },
      post: {
        operationId: "createPet",
        requestBody: ref("Alias", "requestBodies"),
        responses: { 200: ref("OnePet", "responses"), 403: ref("Bad", "responses"), 422: ref("Bad", "responses") },
      },
    },
    "/pets/{petId}": {
      parameters: [ref("petId", "parameters")],
      get: { operationId: "getPet", responses: { 200: ref("OnePet", "responses"), 404: ref("Bad", "responses") } },
    },
  },
  {
    parameters: {
      petId: parameter("petId", ref("PetId"), "path"),
      page: parameter("page", ref("Count")),
      stages: parameter("stages", ref("Stages")),
    },
    requestBodies: { PetBody: body(ref("PetInput")), Alias: ref("PetBody", "requestBodies") },
    responses: {
      PetList: json({ type: "array", items: ref("Pet") }),
      OnePet: json(ref("Pet")),
      Bad: json(ref("Problem")),
      Alias: ref("Bad", "responses"),
    },
    schemas: {
      Pet: object({ id: ref("PetId"), stage: ref("Stage"), parent: ref("Pet") }, ["id"]),
      PetInput: closed({ name: text, stage: ref("Stage") }, "name"),
      Problem: object({ message: text }),
      PetId: { type: "string", minLength: 2 },
      Priority: { type: "integer", enum: [1, 2, 3] },
      Count: { ...integer, minimum: 1 },
      Flag: { type: "boolean" },
      Stage: { type: "string", enum: ["new", "won"] },
      Stages: { type: "array", items: ref("Stage") },
    },
  },
);

const kinds = { propertyName: "kind", mapping: { a: "#/components/schemas/Other" } };

/** References to names of another name, and into other schemas, bodies and parameters. */
export const indirect = contract(
  {
    "/trees": {
      get: {
        operationId: "listTrees",
        parameters: [parameter("order", { $ref: "#/components/parameters/order/schema" })],
        responses: { 200: json({ type: "array", items: { $ref: "#/components/schemas/forest/items" } }) },
      },
      post: {
        operationId: "createTree",
        requestBody: body(ref("Input")),
        responses: { 200: json(ref("Tree")), 422: json(object({ reason: text }, ["reason"])) },
      },
      put: {
        operationId: "updateTree",
        requestBody: body(closed({ kind: ref("Kind"), first: { $ref: "#/components/schemas/forest/items" } })),
        responses: {
          200: json({ $ref: "#/paths/~1trees/post/responses/422/content/application~1json/schema/properties/reason" }),
        },
      },
    },
  },
  {
    parameters: { order: parameter("order", { type: "string", enum: ["up", "down"] }) },
    schemas: {
      Tree: ref("Plant"),
      Plant: object({ name: text, parent: ref("Tree") }, ["name"]),
      Input: ref("Leaf"),
      Leaf: closed(
        { id: { ...text, readOnly: true }, name: { $ref: "#/components/schemas/Plant/properties/name" } },
        "id",
      ),
      forest: {
        type: "array",
        items: object({ size: integer, next: { $ref: "#/components/schemas/forest/items" } }, ["size"]),
      },
      Kind: { oneOf: [ref("Alias"), ref("B")], discriminator: kinds },
      Alias: ref("Other"),
      Other: object({ kind: text, kin: ref("Kind") }, ["kind"]),
      B: object({ kind: text, b: integer }, ["kind", "b"]),
    },
  },
);

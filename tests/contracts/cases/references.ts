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

import { body, closed, contract, done, object, parameter, ref, row, text } from "../document.ts";

/** Bodies that are not a closed object of named properties. */
export const otherBodies = contract(
  {
    "/list": {
      post: {
        operationId: "createList",
        requestBody: { ...body({ type: "array", items: row }), required: false },
        responses: done,
      },
    },
    "/number": {
      put: {
        operationId: "updateNumber",
        requestBody: body({ type: "number" }),
        responses: done,
      },
    },
    "/maybe": {
      put: {
        operationId: "updateMaybe",
        requestBody: body({ ...row, nullable: true }),
        responses: done,
      },
    },
    "/map": {
      put: {
        operationId: "updateMap",
        requestBody: body({ type: "object", additionalProperties: text }),
        responses: done,
      },
    },
    "/kinds": {
      post: {
        operationId: "createKind",
        requestBody: body({ oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind" } }),
        responses: done,
      },
    },
    "/open/{id}": {
      parameters: [parameter("id", text, "path")],
      put: {
        operationId: "updateOpen",
        requestBody: body(object({ name: text }, ["name"])),
        responses: done,
      },
    },
    "/optional": {
      post: {
        operationId: "createOptional",
        requestBody: { ...body(object({ limit: { type: "integer" } })), required: false },
        responses: done,
      },
    },
    "/note/{id}": {
      parameters: [parameter("id", text, "path")],
      post: {
        operationId: "createNote",
        requestBody: { ...body(ref("Note")), required: false },
        responses: done,
      },
    },
    "/same/{id}": {
      parameters: [parameter("id", text, "path")],
      put: { operationId: "updateSame", requestBody: body(row), responses: done },
    },
  },
  {
    schemas: {
      Note: closed({ text, pages: { type: "integer" } }, "text"),
      A: closed({ kind: { type: "string", enum: ["A"] }, a: text }, "kind", "a"),
      B: closed({ kind: { type: "string", enum: ["B"] }, b: text }, "kind", "b"),
    },
  },
);

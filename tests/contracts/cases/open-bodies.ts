import { object, parameter, ref, text } from "../document.ts";
import { contractOf, done, inline, row } from "./contract-of.ts";

/** Bodies that are not a closed object of named properties. */
export const otherBodies = contractOf(
  {
    "/list": {
      post: { operationId: "createList", requestBody: inline({ type: "array", items: row }), responses: done },
    },
    "/number": {
      put: {
        operationId: "updateNumber",
        requestBody: inline({ type: "number" }, { required: true }),
        responses: done,
      },
    },
    "/maybe": {
      put: {
        operationId: "updateMaybe",
        requestBody: inline({ ...row, nullable: true }, { required: true }),
        responses: done,
      },
    },
    "/map": {
      put: {
        operationId: "updateMap",
        requestBody: inline({ type: "object", additionalProperties: text }, { required: true }),
        responses: done,
      },
    },
    "/kinds": {
      post: {
        operationId: "createKind",
        requestBody: inline(
          { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind" } },
          { required: true },
        ),
        responses: done,
      },
    },
    "/open/{id}": {
      parameters: [parameter("id", text, "path")],
      put: {
        operationId: "updateOpen",
        requestBody: inline(object({ name: text }, ["name"]), { required: true }),
        responses: done,
      },
    },
    "/optional": {
      post: {
        operationId: "createOptional",
        requestBody: inline(object({ limit: { type: "integer" } })),
        responses: done,
      },
    },
    "/note/{id}": {
      parameters: [parameter("id", text, "path")],
      post: {
        operationId: "createNote",
        requestBody: { content: { "application/json": { schema: ref("Note") } } },
        responses: done,
      },
    },
    "/same/{id}": {
      parameters: [parameter("id", text, "path")],
      put: { operationId: "updateSame", requestBody: inline(row, { required: true }), responses: done },
    },
  },
  {
    components: {
      schemas: {
        Note: object({ text, pages: { type: "integer" } }, ["text"], { additionalProperties: false }),
        A: object({ kind: { type: "string", enum: ["A"] }, a: text }, ["kind", "a"], { additionalProperties: false }),
        B: object({ kind: { type: "string", enum: ["B"] }, b: text }, ["kind", "b"], { additionalProperties: false }),
      },
    },
  },
);

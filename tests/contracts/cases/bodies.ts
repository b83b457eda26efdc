import { body, closed, contract, done, endpoint, integer, json, object, parameter, ref, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

/** Bodies without properties, with and without parameters. */
export const emptyBodies = contract(
  {
    "/refresh": { post: { operationId: "createRefresh", requestBody: body(ref("Empty")), responses: done } },
    "/rows/{rowId}/refresh": {
      parameters: [parameter("rowId", text, "path")],
      ...endpoint("post", "createRowRefresh", {
        parameters: [parameter("deep", { type: "boolean" })],
        requestBody: body(ref("Bare")),
      }),
      put: { operationId: "updateRefresh", requestBody: body(ref("Empty")), responses: done },
    },
    "/none": endpoint("post", "createNone"),
  },
  { schemas: { Empty: closed({}), Bare: { type: "object", additionalProperties: false } } },
);

/** A selection of rows to delete, which no path could name. */
export const deleteSelection = contract(
  {
    "/rows": {
      delete: { operationId: "deleteRows", requestBody: body(ref("Selection")), responses: done },
    },
  },
  { schemas: { Selection: closed({ ids: { type: "array", items: text } }, "ids") } },
);

/** Properties of one direction: in a shared schema, in a part of it, and nested in it. */
export const directions = contract(
  {
    "/contacts": {
      post: {
        operationId: "createContact",
        requestBody: body(ref("Contact")),
        responses: { 200: json(ref("Contact")), 422: json(ref("Problem")) },
      },
      put: {
        operationId: "updateContact",
        requestBody: body(ref("ContactUpdate")),
        responses: { 200: json(ref("Composed")), 422: json(ref("Problem")) },
      },
    },
  },
  {
    schemas: {
      Contact: closed(
        {
          id: { ...text, readOnly: true },
          email: text,
          secret: { ...text, writeOnly: true },
          address: ref("Address"),
          notes: { type: "array", items: object({ at: { ...integer, readOnly: true }, note: text }, ["at", "note"]) },
        },
        "id",
        "email",
        "secret",
      ),
      Address: closed({ id: { ...text, readOnly: true }, street: text }, "id", "street"),
      ContactUpdate: closed({ id: { ...text, readOnly: true }, email: text }, "id", "email"),
      Composed: {
        type: "object",
        required: ["id", "email", "secret"],
        allOf: [ref("Base"), object({ email: text, secret: { ...text, writeOnly: true } })],
      },
      Base: object({ id: { ...text, readOnly: true } }, ["id"]),
      Problem: object({ message: text, trace: { ...text, writeOnly: true } }, ["trace"]),
    },
  },
);

/** Required keys that every JavaScript object inherits. */
export const inheritedNames = ["constructor", "toString"] as const;

export const inheritedKeys = contract(
  {
    "/marks": {
      get: {
        operationId: "listMarks",
        parameters: [parameter("constructor", text, "query", { required: true }), parameter("valueOf")],
        responses: { 200: json(ref("Mark")), 400: json(ref("Problem")) },
      },
      post: {
        operationId: "createMark",
        requestBody: body(ref("MarkInput")),
        responses: { 200: json(ref("Mark")), 400: json(ref("Problem")), 422: json(ref("Problem")) },
      },
      put: { operationId: "updateMark", requestBody: body(closed({ toString: text, text })), responses: done },
    },
  },
  {
    schemas: {
      MarkInput: closed(Object.fromEntries(inheritedNames.map((name) => [name, text])), ...inheritedNames),
      Problem: object({ toString: text }),
      Mark: object(Object.fromEntries(inheritedNames.map((name) => [name, text])), inheritedNames),
    },
  },
);

/** A POST that is idempotent, one that reads, and one that is neither. */
export const effects: OpenApi = contract(
  Object.fromEntries(
    [{}, { "x-idempotent": true }, { "x-safe": true }].map((marks, index) => [
      `/rows${index}`,
      { post: { operationId: `createRow${index}`, ...marks, responses: done } },
    ]),
  ),
);

import { contract, integer, type Json, object, parameter, ref, text } from "../document.ts";

const done = { responses: { 204: { description: "Done." } } };
const count = { allOf: [ref("Count")] };
const list = (items: Json): Json => ({ type: "array", items });

const form = (mediaType: string, properties: Json): Json => ({
  required: true,
  content: { [mediaType]: { schema: object(properties) } },
});

/** Fields and parameters whose types are those of parts, forms or other properties. */
export const formFields = contract(
  {
    "/file": {
      post: {
        operationId: "createFile",
        requestBody: form("multipart/form-data", {
          count,
          counts: list(count),
          row: { allOf: [ref("Row")] },
          rows: { allOf: [list(ref("Row"))] },
          table: list(list(text)),
          flag: { oneOf: [integer, { type: "boolean" }] },
          any: { anyOf: [integer, text] },
        }),
        ...done,
      },
    },
    "/token": {
      post: {
        operationId: "createToken",
        // Its name is that of a field, so the form is passed as a whole.
        parameters: [parameter("count", integer)],
        requestBody: form("application/x-www-form-urlencoded", {
          count,
          flag: { oneOf: [integer, { type: "boolean" }] },
        }),
        ...done,
      },
    },
    "/rows/{id}": {
      get: {
        operationId: "getRow",
        parameters: [
          parameter("id", integer, "path"),
          parameter("filter", { type: "object", additionalProperties: integer }, "query", { style: "deepObject" }),
          parameter("ids", list(integer), "query", { explode: false }),
          parameter("X-Count", integer, "header"),
        ],
        ...done,
      },
      put: {
        operationId: "updateRow",
        parameters: [parameter("id", integer, "path")],
        requestBody: { required: true, content: { "application/json": { schema: list(integer) } } },
        ...done,
      },
    },
  },
  { schemas: { Count: integer, Row: object({ size: integer }) } },
);

import { body, contract, done, integer, type Json, object, parameter, ref, text } from "../document.ts";

const count = { allOf: [ref("Count")] };
const flag = { oneOf: [integer, { type: "boolean" }] };
const list = (items: Json): Json => ({ type: "array", items });

/** Fields and parameters whose types are those of parts, forms or other properties. */
export const formFields = contract(
  {
    "/file": {
      post: {
        operationId: "createFile",
        requestBody: body(
          object({
            count,
            counts: list(count),
            row: { allOf: [ref("Row")] },
            rows: { allOf: [list(ref("Row"))] },
            table: list(list(text)),
            flag,
            any: { anyOf: [integer, text] },
          }),
          "multipart/form-data",
        ),
        responses: done,
      },
    },
    "/token": {
      post: {
        operationId: "createToken",
        // Its name is that of a field, so the form is passed as a whole.
        parameters: [parameter("count", integer)],
        requestBody: body(object({ count, flag }), "application/x-www-form-urlencoded"),
        responses: done,
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
        responses: done,
      },
      put: {
        operationId: "updateRow",
        parameters: [parameter("id", integer, "path")],
        requestBody: body(list(integer)),
        responses: done,
      },
    },
  },
  { schemas: { Count: integer, Row: object({ size: integer }) } },
);

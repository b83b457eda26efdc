import { body, contract, endpoint, integer, type Json, object, parameter, ref, text } from "../document.ts";

const count = { allOf: [ref("Count")] };
const flag = { oneOf: [integer, { type: "boolean" }] };
const list = (items: Json): Json => ({ type: "array", items });

/** Fields and parameters whose types are those of parts, forms or other properties. */
export const formFields = contract(
  {
    "/file": endpoint("post", "createFile", {
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
    }),
    "/token": endpoint("post", "createToken", {
      // Its name is that of a field, so the form is passed as a whole.
      parameters: [parameter("count", integer)],
      requestBody: body(object({ count, flag }), "application/x-www-form-urlencoded"),
    }),
    "/rows/{id}": {
      ...endpoint("get", "getRow", {
        parameters: [
          parameter("id", integer, "path"),
          parameter("filter", { type: "object", additionalProperties: integer }, "query", { style: "deepObject" }),
          parameter("ids", list(integer), "query", { explode: false }),
          parameter("X-Count", integer, "header"),
        ],
      }),
      ...endpoint("put", "updateRow", {
        parameters: [parameter("id", integer, "path")],
        requestBody: body(list(integer)),
      }),
    },
  },
  { schemas: { Count: integer, Row: object({ size: integer }) } },
);

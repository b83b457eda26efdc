import { body, closed, contract, endpoint, integer, number, object, parameter, ref, row, text } from "../document.ts";

const optional = (given: object) => ({ ...given, required: false });
const parameters = [parameter("id", text, "path")];

/** Bodies that are not a closed object of named properties. */
export const otherBodies = contract(
  {
    "/list": endpoint("post", "createList", { requestBody: optional(body({ type: "array", items: row })) }),
    "/number": endpoint("put", "updateNumber", { requestBody: body(number) }),
    "/maybe": endpoint("put", "updateMaybe", { requestBody: body({ ...row, nullable: true }) }),
    "/map": endpoint("put", "updateMap", { requestBody: body({ type: "object", additionalProperties: text }) }),
    "/kinds": endpoint("post", "createKind", {
      requestBody: body({ oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind" } }),
    }),
    "/open/{id}": endpoint("put", "updateOpen", { parameters, requestBody: body(object({ name: text }, ["name"])) }),
    "/optional": endpoint("post", "createOptional", { requestBody: optional(body(object({ limit: integer }))) }),
    "/note/{id}": endpoint("post", "createNote", { parameters, requestBody: optional(body(ref("Note"))) }),
    "/same/{id}": endpoint("put", "updateSame", { parameters, requestBody: body(row) }),
  },
  {
    schemas: {
      Note: closed({ text, pages: integer }, "text"),
      A: closed({ kind: { type: "string", enum: ["A"] }, a: text }, "kind", "a"),
      B: closed({ kind: { type: "string", enum: ["B"] }, b: text }, "kind", "b"),
    },
  },
);

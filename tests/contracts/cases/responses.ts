import { contract, integer, json, object, ref, text } from "../document.ts";

/** No response is an array; some have no body. */
export const withoutArrays = contract(
  {
    "/rows": { get: { operationId: "listRows", responses: { 200: json(ref("Page")) } } },
    "/export": { get: { operationId: "getExport", responses: { 200: { description: "The rows as a table." } } } },
    "/row": { delete: { operationId: "deleteRow", responses: { 204: { description: "It is gone." } } } },
  },
  { schemas: { Page: object({ data: { type: "array", items: ref("Row") } }, ["data"]), Row: object({ id: text }) } },
);

/** An object that also takes keys of one type. */
export const typedKeys = contract(
  {
    "/rows": { get: { operationId: "listRows", responses: { 200: json({ type: "array", items: ref("Row") }) } } },
    "/row": { get: { operationId: "getRow", responses: { 200: json(ref("Row")), 404: json(ref("Counts")) } } },
  },
  {
    schemas: {
      Row: object({ id: text, position: integer, at: ref("Place") }, ["id"], { additionalProperties: text }),
      Place: object({ floor: integer }, [], { additionalProperties: ref("Row") }),
      Counts: { type: "object", additionalProperties: integer },
    },
  },
);

/** `nullable` beside each keyword that composes or enumerates. */
export const nullable = contract(
  { "/row": { get: { operationId: "getRow", responses: { 200: json(ref("Row")) } } } },
  {
    schemas: {
      Row: object({
        allOf: { type: "object", nullable: true, allOf: [ref("Owner")] },
        allOfAlone: { nullable: true, allOf: [ref("Owner")] },
        anyOf: { nullable: true, anyOf: [ref("Owner"), text] },
        oneOf: { nullable: true, oneOf: [ref("Owner"), text] },
        enum: { type: "string", nullable: true, enum: ["new", "won"] },
        enumWithNull: { type: "string", nullable: true, enum: ["new", null] },
        typeless: { nullable: true, enum: [1] },
        named: ref("MayBeNull"),
        required: { nullable: true, allOf: [ref("MayBeNull"), { type: "object" }], required: ["size"] },
        requiredPart: { allOf: [ref("MayBeNull")], required: ["size"] },
        plain: ref("Owner"),
      }),
      Owner: object({ id: text }, ["id"]),
      MayBeNull: { ...object({ id: text, size: integer }, ["id"]), nullable: true },
    },
  },
);

export const bigNumbers = contract(
  { "/row": { get: { operationId: "getRow", responses: { 200: json(ref("Row")) } } } },
  { schemas: { Row: object({ serial: { ...integer, format: "int64" } }) } },
);

/** A key that a JSON pointer escapes. */
export const escapedKeys = contract(
  { "/row": { get: { operationId: "getRow", responses: { 200: json(ref("Row")) } } } },
  { schemas: { Row: object({ "a/b~1c": text }) } },
);

/** Successes that are neither an object nor an array, that may lack a body, or that differ by status. */
export const anyJson = contract(
  {
    "/count": { get: { operationId: "getCount", responses: { 200: json({ ...integer, nullable: true }) } } },
    "/row": { get: { operationId: "getRow", responses: { 200: json(ref("Row")), 204: { description: "None." } } } },
    "/jobs": { post: { operationId: "createJob", responses: { 200: json(ref("Row")), 202: json(ref("Job")) } } },
  },
  { schemas: { Row: object({ id: text }, ["id"]), Job: object({ job: integer }, ["job"]) } },
);

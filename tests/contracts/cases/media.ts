import { contract, endpoint, type Json, json, object, parameter, ref, text } from "../document.ts";

function media(type: string, schema: Json = text, more: Json = {}): Json {
  return { description: "It.", content: { [type]: { schema, ...more } } };
}

const bytes = { type: "string", format: "binary" };

/** Responses that are not `application/json`. */

export const otherMedia = contract(
  {
    "/export": endpoint("get", "getExport", {
      parameters: [parameter("since", { type: "integer" })],
      responses: {
        200: media("text/csv", text, { example: "id,name\n1,Ä\n" }),
        403: media("application/problem+json", ref("Problem")),
        404: media("text/plain"),
      },
    }),
    "/attachment": { get: { operationId: "getAttachment", responses: { 200: media("*/*", ref("Bytes")) } } },
    "/picture": { get: { operationId: "getPicture", responses: { 200: media("image/png", bytes) } } },
    "/file": endpoint("get", "getFile", {
      responses: { 200: media("application/octet-stream"), 204: { description: "None." } },
    }),
    "/row": { get: { operationId: "getRow", responses: { 200: media("application/vnd.rows+json", ref("Row")) } } },
    "/either": endpoint("get", "getEither", {
      responses: {
        200: {
          description: "It.",
          content: { "text/csv": { schema: text }, "application/json": { schema: ref("Row") } },
        },
      },
    }),
    "/rows": { get: { operationId: "listRows", responses: { 200: json({ type: "array", items: ref("Row") }) } } },
    "/ticks": { get: { operationId: "listTicks", responses: { 200: media("text/event-stream", ref("Tick")) } } },
    "/lines": { get: { operationId: "listLines", responses: { 200: media("text/event-stream") } } },
  },
  {
    schemas: {
      Bytes: bytes,
      Row: object({ id: text }, ["id"]),
      Tick: object({ at: { type: "integer" }, note: text }, ["at"]),
      Problem: object({ message: text }, ["message"]),
    },
  },
);

import { type Document, type Reference, type Response, resolve } from "../../openapi/document.ts";
import { mapObject } from "../../openapi/map-object.ts";
import { mapOperations } from "../document-operations.ts";

/** RFC 9110, 15.3.5 and 15.3.6: responses of these statuses have no body. */
const NULL_BODY_STATUSES = new Set(["204", "205"]);

/** The document without the bodies that it describes for such a status, which no response can have. */
export function withoutNullBodies(document: Document): Document {
  const inResponses = (responses: unknown): unknown =>
    mapObject(responses, (given, status) => (NULL_BODY_STATUSES.has(status) ? withoutContent(document, given) : given));
  return mapOperations(document, ({ object }) =>
    mapObject(object, (value, key) => (key === "responses" ? inResponses(value) : value)),
  );
}

function withoutContent(document: Document, given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const { content, ...response } = resolve<Response>(document, given as Response | Reference);
  return content === undefined ? given : response;
}

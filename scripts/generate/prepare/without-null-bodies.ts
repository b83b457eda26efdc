import { type Document, type Reference, type Response, resolve } from "../../openapi/document.ts";
import { isMethod } from "../methods.ts";
import { mapObject } from "./map-schemas.ts";

/** RFC 9110, 15.3.5 and 15.3.6: responses of these statuses have no body. */
const NULL_BODY_STATUSES = new Set(["204", "205"]);

/** The document without the bodies that it describes for such a status, which no response can have. */
export function withoutNullBodies(document: Document): Document {
  const paths = mapObject(document.paths, (item) =>
    mapObject(item, (operation, key) => (isMethod(key) ? inOperation(document, operation) : operation)),
  );
  // Each value keeps its kind.
  return { ...document, paths } as Document;
}

function inOperation(document: Document, operation: unknown): unknown {
  return mapObject(operation, (responses, key) =>
    key === "responses"
      ? mapObject(responses, (given, status) =>
          NULL_BODY_STATUSES.has(status) ? withoutContent(document, given) : given,
        )
      : responses,
  );
}

function withoutContent(document: Document, given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const { content, ...response } = resolve<Response>(document, given as Response | Reference);
  return content === undefined ? given : response;
}

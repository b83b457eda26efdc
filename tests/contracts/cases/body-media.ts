import { contract, type Json, object, parameter, ref, text } from "../document.ts";

const bytes = { type: "string", format: "binary" };
const done = { 204: { description: "Done." } };

function takes(type: string, schema: Json, { required = true } = {}): Json {
  return { required, content: { [type]: { schema } } };
}

/** Request bodies that are not `application/json`. */
export const bodyMedia = contract(
  {
    "/items/{itemId}/files": {
      parameters: [parameter("itemId", text, "path")],
      post: { operationId: "createFile", requestBody: takes("multipart/form-data", ref("Upload")), responses: done },
      put: {
        operationId: "updateFile",
        requestBody: takes("multipart/form-data", object({ file: bytes }, ["file"])),
        responses: done,
      },
    },
    "/token": {
      post: {
        operationId: "createToken",
        requestBody: takes("application/x-www-form-urlencoded", ref("Grant")),
        responses: done,
      },
    },
    "/note": { put: { operationId: "updateNote", requestBody: takes("text/plain", text), responses: done } },
    "/picture": { put: { operationId: "updatePicture", requestBody: takes("image/png", bytes), responses: done } },
    "/rows": {
      post: { operationId: "createRow", requestBody: takes("application/json", ref("Row")), responses: done },
    },
    "/patch": {
      patch: {
        operationId: "updateRow",
        requestBody: takes("application/merge-patch+json", ref("Row")),
        responses: done,
      },
    },
  },
  {
    schemas: {
      Upload: object(
        {
          file: bytes,
          title: text,
          pages: { type: "integer" },
          more: { type: "array", items: bytes },
          meta: ref("Row"),
        },
        ["file"],
        { additionalProperties: false },
      ),
      Grant: object(
        { grant_type: text, scope: { type: "array", items: text }, age: { type: "integer" } },
        ["grant_type"],
        {
          additionalProperties: false,
        },
      ),
      Row: object({ id: text }, [], { additionalProperties: false }),
    },
  },
);

/** Bodies that servers do not all parse alike. */
export const unservedBodies: readonly (readonly [type: string, schema: Json, message: string])[] = [
  ["image/*", bytes, "takes a body of image/*, which names no media type that can be sent; name one."],
  ["multipart/mixed", object({ a: text }), "takes a body of multipart/mixed, which names no media type"],
  ["application/x-www-form-urlencoded", object({ a: object({ b: text }) }), 'a form whose field "a" is no text'],
  ["multipart/form-data", { type: "object", additionalProperties: text }, "a form whose fields have no names"],
];

/** A form under the input key `body`, since the path has a parameter of the same name as a field. */
export function wholeForm(type: string) {
  const requestBody = takes(type, object({ id: text, tag: text }, [], { additionalProperties: false }), {
    required: false,
  });
  const post = { operationId: "createA", requestBody, responses: done };
  return contract({ "/a/{id}": { parameters: [parameter("id", text, "path")], post } });
}

export function withBody(type: string, schema: Json, options: { readonly required?: boolean } = {}) {
  const requestBody = takes(type, schema, options);
  return contract({ "/a": { post: { operationId: "createA", requestBody, responses: done } } });
}

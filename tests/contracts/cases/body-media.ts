import {
  body,
  closed,
  contract,
  done,
  endpoint,
  integer,
  type Json,
  object,
  parameter,
  ref,
  text,
} from "../document.ts";

const bytes = { type: "string", format: "binary" };

/** Request bodies that are not `application/json`. */
export const bodyMedia = contract(
  {
    "/items/{itemId}/files": {
      parameters: [parameter("itemId", text, "path")],
      post: { operationId: "createFile", requestBody: body(ref("Upload"), "multipart/form-data"), responses: done },
      ...endpoint("put", "updateFile", {
        requestBody: body(object({ file: bytes }, ["file"]), "multipart/form-data"),
      }),
    },
    "/token": endpoint("post", "createToken", {
      requestBody: body(ref("Grant"), "application/x-www-form-urlencoded"),
    }),
    "/note": { put: { operationId: "updateNote", requestBody: body(text, "text/plain"), responses: done } },
    "/picture": { put: { operationId: "updatePicture", requestBody: body(bytes, "image/png"), responses: done } },
    "/rows": {
      post: { operationId: "createRow", requestBody: body(ref("Row")), responses: done },
    },
    "/range": { put: { operationId: "updateRange", requestBody: body(ref("Row"), "*/*"), responses: done } },
    "/patch": endpoint("patch", "updateRow", {
      requestBody: body(ref("Row"), "application/merge-patch+json"),
    }),
  },
  {
    schemas: {
      Upload: closed(
        { file: bytes, title: text, pages: integer, more: { type: "array", items: bytes }, meta: ref("Row") },
        "file",
      ),
      Grant: closed({ grant_type: text, scope: { type: "array", items: text }, age: integer }, "grant_type"),
      Row: closed({ id: text }),
    },
  },
);

/** A form under the input key `body`, since the path has a parameter of the same name as a field. */
export function wholeForm(type: string) {
  const requestBody = { ...body(closed({ id: text, tag: text }), type), required: false };
  const post = { operationId: "createA", requestBody, responses: done };
  return contract({ "/a/{id}": { parameters: [parameter("id", text, "path")], post } });
}

export function withBody(type: string, schema: Json, options: { readonly required?: boolean } = {}) {
  const requestBody = { ...body(schema, type), ...options };
  return contract({ "/a": { post: { operationId: "createA", requestBody, responses: done } } });
}

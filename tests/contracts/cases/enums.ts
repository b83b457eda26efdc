import { contract, endpoint, json, object, parameter, text } from "../document.ts";

const sizes = { enum: [1, 2] };
const names = { enum: ["a", "1"] };
const schema = object({ size: sizes, sizes: { type: "array", items: sizes }, name: names, isOpen: { enum: [true] } });

/** Enums without a type. */
export const enums = contract({
  "/rows/{size}": endpoint("get", "getRow", {
    parameters: [
      parameter("size", sizes, "path"),
      parameter("X-Size", sizes, "header"),
      parameter("name", names),
      parameter("isOpen", { enum: [true] }),
      parameter("sizes", { type: "array", items: sizes }),
      parameter("row", object({ size: sizes }), "query", { style: "deepObject" }),
    ],
    responses: { 200: json(object({ id: text })) },
  }),
  "/rows": endpoint("post", "createRow", {
    requestBody: { required: true, content: { "multipart/form-data": { schema } } },
    responses: { 200: json(object({ id: text })) },
  }),
});

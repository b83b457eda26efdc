import { contract, type Json } from "../document.ts";

export const level = { type: "string", enum: ["a", "b"] };

/** A text that the contract describes by this schema, in a request and in a response. */
export function withText(schema: Json) {
  const content = { "text/plain": { schema } };
  const operation = {
    operationId: "createNote",
    requestBody: { required: true, content },
    responses: { 200: { description: "The same text.", content }, 400: { description: "Why not.", content } },
  };
  return contract({ "/note": { post: operation } }, { schemas: { Level: level, Long: { maxLength: 1 } } });
}

import type { JsonSchema } from "@serviceform/types/describe";

export const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/**
 * The parameters of every list, in addition to those of its operation. The server's instructions name the fields once.
 */
export const LIST_PARAMETERS: { readonly [name: string]: JsonSchema } = {
  fields: { type: "array", items: { type: "string" }, description: "Default: a summary." },
  where: {
    type: "array",
    description: "All must hold; ~ is contains.",
    items: {
      type: "object",
      properties: { field: { type: "string" }, op: { enum: ["=", "!=", "<", "<=", ">", ">=", "~"] }, value: {} },
    },
  },
  limit: { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  cursor: { type: "string", description: "A nextCursor." },
};

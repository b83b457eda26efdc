import type { OperationDescription } from "@serviceform/types/describe";
import { apiContract, type Contract } from "../src/contract.js";
import { withoutFiles } from "./without-files.js";

const { operations: own } = withoutFiles(apiContract);

/** The API's contract with added operations, such as `getWidget7`, up to a total number of tools. */
export function createContract(operationCount: number): Contract {
  const widgets = Array.from({ length: operationCount - Object.keys(own).length }, (_, index) => [
    `getWidget${index}`,
    {
      title: `Get widget ${index}`,
      description: "Returns a widget.",
      noun: `widget-${index}`,
      verb: "get",
      input: {
        type: "object",
        properties: {
          widgetId: { type: "string", description: "The `id` of a widget, as `list_widgets` returns it." },
          description: { type: "string", description: "Only a widget that is described like this." },
          startTime: {
            type: "string",
            format: "date-time",
            description:
              "Only those changed at this time or later, in ISO 8601 with an offset, such as 2025-06-30T12:00:00Z.",
          },
          size: {
            type: "integer",
            minimum: 1,
            maximum: 100,
            default: 20,
            description:
              "How many parts of each widget the result has, the oldest ones first, so that a large widget stays small.",
          },
          shape: { type: "string", pattern: "^[a-z]+$", description: "Only a widget of this shape, such as `round`." },
          color: {
            enum: ["red", "green"],
            description: "Only those with a part of this color, as far as parts have one at all.",
          },
        },
        required: ["widgetId"],
        additionalProperties: false,
      },
      destructive: false,
    } satisfies OperationDescription,
  ]);
  const operations = { ...own, ...Object.fromEntries(widgets) };
  const rows = widgets.map(([id]) => [id, { writes: false, idempotent: true }]);
  return { ...apiContract, operations, table: { ...apiContract.table, ...Object.fromEntries(rows) } };
}

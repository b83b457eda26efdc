import { InvalidInput } from "../input/invalid-input.js";
import { quote } from "../input/quote.js";
import { readInput } from "../input/read-input.js";
import type { Input } from "../input/validate-input.js";
import { closed } from "./closed.js";
import { READ_ONLY, type Tool } from "./tool.js";
import type { ToolResult } from "./tool-result.js";

const MAX_RESULTS = 10;

/** Three tools instead of one for each operation: find an operation, read its parameters, call it. */
export function createSearchTools(operations: readonly Tool[]): Tool[] {
  const local = { ...READ_ONLY, openWorldHint: false };
  const operation = { type: "string", description: "A name that search_operations found." };
  return [
    {
      name: "search_operations",
      description: "Finds operations of the API by words of their names and descriptions.",
      input: closed({ query: { type: "string" } }, ["query"]),
      annotations: local,
      run: async ({ query }) => renderText(search(operations, String(query))),
    },
    {
      name: "describe_operation",
      description: "Returns what an operation does and takes.",
      input: closed({ operation }, ["operation"]),
      annotations: local,
      run: async (input) => renderText(describe(find(operations, input.operation))),
    },
    {
      name: "call_operation",
      description: "Calls an operation with the input that describe_operation shows.",
      input: closed({ operation, input: { type: "object" } }, ["operation"]),
      annotations: {
        readOnlyHint: operations.every(({ annotations }) => annotations.readOnlyHint),
        destructiveHint: operations.some(({ annotations }) => annotations.destructiveHint),
        idempotentHint: operations.every(({ annotations }) => annotations.idempotentHint),
        openWorldHint: true,
      },
      run: (toolInput, call) => {
        const tool = find(operations, toolInput.operation);
        return tool.run(readInput(tool.input, (toolInput.input ?? {}) as Input), call);
      },
    },
  ];
}

/** The operations that match the most words of the query, in the order of the contract. */
function search(operations: readonly Tool[], query: string): object {
  const words = query.toLowerCase().split(/\W+/).filter(Boolean);
  const scored = operations.map(({ name, description }) => {
    const text = `${name} ${description}`.toLowerCase();
    return { name, description, score: words.filter((word) => text.includes(word)).length };
  });
  const found = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return {
    operations: found.slice(0, MAX_RESULTS).map(({ name, description }) => ({ name, description })),
    total: found.length,
  };
}

function describe({ name, description, input, annotations }: Tool): object {
  return { name, description, input, annotations };
}

function find(operations: readonly Tool[], name: unknown): Tool {
  const tool = operations.find((one) => one.name === name);
  if (!tool) throw new InvalidInput(`unknown operation ${quote(name)}; search_operations finds them`);
  return tool;
}

/** The text is from the contract, so it needs no marks for untrusted data. */
function renderText(value: object): ToolResult {
  return { content: [{ type: "text", text: JSON.stringify(value) }] };
}

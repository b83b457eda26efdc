import type { JsonSchema, OperationDescription } from "@serviceform/types/describe";
import type { Contract } from "../contract.js";
import type { Settings } from "../options.js";
import { closed } from "./closed.js";
import { deleteRecord } from "./delete-record.js";
import { toListOperation } from "./list-operation.js";
import { DEFAULT_LIMIT, LIST_PARAMETERS, withTextValues } from "./list-parameters.js";
import { listRecords } from "./list-records.js";
import { runOperation } from "./run-operation.js";
import { takesFiles } from "./takes-files.js";
import { type Tool, toToolName } from "./tool.js";

/** A tool for each operation that the settings allow and that an assistant can call. */
export function createOperationTools(contract: Contract, settings: Settings): Tool[] {
  return Object.entries(contract.operations)
    .filter(([, operation]) => !takesFiles(operation))
    .filter(([operationId, operation]) => isAllowed({ ...operation, ...contract.table[operationId] }, settings))
    .map(([operationId, operation]) => createOperationTool(contract, operationId, operation));
}

function isAllowed(
  { destructive, writes = true }: OperationDescription & { readonly writes?: boolean },
  settings: Settings,
): boolean {
  if (destructive) return settings.delete;
  return settings.write || !writes;
}

function createOperationTool(contract: Contract, operationId: string, operation: OperationDescription): Tool {
  const { title, description, destructive } = operation;
  const { writes = true, idempotent = false } = contract.table[operationId] ?? {};
  const tool = {
    name: toToolName(operationId),
    description: `${title}. ${withToolNames(contract, firstSentence(description))}`,
    annotations: {
      readOnlyHint: !writes,
      destructiveHint: destructive,
      idempotentHint: idempotent,
      openWorldHint: true,
    },
  };
  const parameters = shorten(contract, operation.input);
  const list = toListOperation(contract, operationId);
  if (list) {
    const input = closed({ ...parameters.properties, ...LIST_PARAMETERS }, parameters.required);
    return {
      ...tool,
      description: `${title}: summaries, ${DEFAULT_LIMIT} a page.`,
      input,
      listedInput: withTextValues(input),
      run: (toolInput, call) => listRecords(list, toolInput, call),
    };
  }
  if (destructive) {
    const input = closed({ ...parameters.properties, confirm: CONFIRM }, parameters.required);
    return { ...tool, input, run: (toolInput, call) => deleteRecord(contract, operationId, toolInput, call) };
  }
  const input = closed(parameters.properties, parameters.required);
  return { ...tool, input, run: (toolInput, call) => runOperation(contract, operationId, toolInput, call) };
}

const CONFIRM: JsonSchema = { type: "string", description: "The token of the first call, where it returned one." };

interface Parameters {
  readonly properties: { readonly [name: string]: JsonSchema };
  readonly required: readonly string[];
}

/** Examples and further sentences would take half of the list of tools, and are of little use to an assistant. */
function shorten(contract: Contract, { properties = {}, required = [] }: JsonSchema): Parameters {
  const entries = Object.entries(properties as Parameters["properties"]);
  const shortened = entries.map(([name, { examples: _, description = "", ...schema }]) => [
    name,
    { ...schema, description: withToolNames(contract, firstSentence(String(description))) },
  ]);
  return { properties: Object.fromEntries(shortened), required: required as readonly string[] };
}

function firstSentence(description: string): string {
  return description.split(/(?<=\.) /)[0] ?? description;
}

/** Descriptions of the contract name operations; an assistant knows them as tools. */
function withToolNames({ operations }: Contract, text: string): string {
  return text.replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (word) =>
    Object.hasOwn(operations, word) ? toToolName(word) : word,
  );
}

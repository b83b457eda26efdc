import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { operations } from "@serviceform/types/describe";
import { renderKeyComment, renderOptions } from "./render-credentials.js";
import { renderLiteral } from "./render-literal.js";

/** A call to render. */
export interface ClientCall {
  readonly operationId: OperationId;
  /** Path, query and body parameters in one object. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Fields that the contract does not have. */
  readonly extra?: Readonly<Record<string, object>>;
  readonly baseUrl: string;
}

/** Renders a call as a method of `createClient`. */
export function renderClientCall({ operationId, input, extra, baseUrl }: ClientCall): string {
  const args = [input, ...(extra ? [{ extra }] : [])];
  const isEmpty = !extra && Object.keys(input).length === 0;
  return [
    'import { createClient } from "@serviceform/client";\n',
    `${renderKeyComment(operationId)}const serviceform = createClient(${renderOptions(operationId, baseUrl)});`,
    `${resultOf(operationId)}await serviceform.${operationId}(${isEmpty ? "" : args.map((arg) => renderLiteral(arg)).join(", ")});`,
  ].join("\n");
}

/** How the response of a call by path is read, if it is not JSON. */
const PARSE_AS: { readonly [Body in Operation["responseBody"]]?: string } = {
  text: "text",
  events: "text",
  binary: "blob",
};

/** Renders a call by method and path, for `createFetchClient`. */
export function renderPathCall({ operationId, input, baseUrl }: ClientCall): string {
  const operation: Operation = operationTable[operationId];
  const {
    method,
    path,
    pathKeys,
    queryKeys,
    headerKeys = [],
    bodyKeys,
    emptyBody,
    wholeBody,
    responseBody,
  } = operation;
  const inPath = pick(input, pathKeys);
  const inQuery = pick(input, queryKeys);
  const inHeader = pick(input, headerKeys);
  const body = wholeBody ? input.body : pick(input, bodyKeys);
  const params = {
    ...(inPath && { path: inPath }),
    ...(inQuery && { query: inQuery }),
    ...(inHeader && { header: inHeader }),
  };
  const init = {
    ...(Object.keys(params).length > 0 && { params }),
    ...((body !== undefined || emptyBody) && { body: body ?? {} }),
    ...(Object.hasOwn(PARSE_AS, responseBody) && { parseAs: PARSE_AS[responseBody] }),
  };
  const args = [JSON.stringify(path), ...(Object.keys(init).length > 0 ? [renderLiteral(init)] : [])];
  const result = operations[operationId].output ? "{ data, error }" : "{ error, response }";
  return [
    'import { createFetchClient } from "@serviceform/client/openapi-fetch";\n',
    `${renderKeyComment(operationId)}const serviceform = createFetchClient(${renderOptions(operationId, baseUrl)});`,
    `const ${result} = await serviceform.${method}(${args.join(", ")});`,
  ].join("\n");
}

/** A list is named after its elements. */
function resultOf(operationId: OperationId): string {
  const { element, noun, output } = operations[operationId];
  if (!output) return "";
  const name = noun.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `const ${element === undefined ? "result" : name} = `;
}

function pick(input: ClientCall["input"], keys: readonly string[]): object | undefined {
  const entries = keys.filter((key) => Object.hasOwn(input, key)).map((key) => [key, input[key]]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

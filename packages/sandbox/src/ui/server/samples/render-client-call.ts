import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { operations } from "@serviceform/types/describe";
import { pick, pickDefined } from "../pick.js";
import { renderKeyComment, renderOptions } from "./render-credentials.js";
import { renderLiteral } from "./render-literal.js";

/** A call to render. */
export interface ClientCall {
  readonly operationId: OperationId;
  /** Path, query and body parameters in one object. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Fields that the contract does not have. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly baseUrl: string;
}

/** Renders a call as a method of `createClient`. */
export function renderClientCall({ operationId, input, extra, baseUrl }: ClientCall): string {
  const args = [input, ...(extra ? [{ extra }] : [])].map((arg) => renderLiteral(arg));
  const isEmpty = !extra && Object.keys(input).length === 0;
  return [
    'import { createClient } from "@serviceform/client";\n',
    `${renderKeyComment(operationId)}const serviceform = createClient(${renderOptions(operationId, baseUrl)});`,
    `${resultOf(operationId)}await serviceform.${operationId}(${isEmpty ? "" : args.join(", ")});`,
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
  const { method, path, pathKeys, queryKeys, headerKeys = [], bodyKeys, emptyBody, wholeBody } = operation;
  const params = pickDefined({
    path: pick(input, pathKeys),
    query: pick(input, queryKeys),
    header: pick(input, headerKeys),
  });
  const body = wholeBody ? input.body : pick(input, bodyKeys);
  const parseAs = PARSE_AS[operation.responseBody];
  const init = pickDefined({ params, body: emptyBody ? (body ?? {}) : body, parseAs });
  const args = [JSON.stringify(path), ...(init ? [renderLiteral(init)] : [])];
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

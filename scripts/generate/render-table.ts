import type { Document } from "./document.ts";
import { type Operation, requiredKeys } from "./operation.ts";
import { SpecError } from "./spec-error.ts";

/** The operation table and the two constants of the contract that a call needs: the only code that runs. */
export function renderTable(document: Document, operations: readonly Operation[]): string {
  const entries = operations.map((operation) => `  ${operation.id}: ${renderEntry(operation)},\n`);
  return `import { freeze, type Operation } from "../operation.js";
import type { OperationId } from "./methods.js";

/** The server that the contract names. */
export const server: string = ${JSON.stringify(serverOf(document))};

/** The request header that carries the API key. */
export const apiKeyHeader: string = ${JSON.stringify(apiKeyHeaderOf(document))};

/** How each operation travels: one frozen entry per \`operationId\`. */
export const operationTable: { readonly [Id in OperationId]: Operation } = /* @__PURE__ */ freeze({
${entries.join("")}});
`;
}

function renderEntry(operation: Operation): string {
  const { method, path, parameters, body, idempotent, writes, output } = operation;
  const keysIn = (place: string): string[] =>
    parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
  const entry = {
    method,
    path,
    pathKeys: keysIn("path"),
    queryKeys: keysIn("query"),
    bodyKeys: body?.keys ?? [],
    required: requiredKeys(operation),
    idempotent,
    writes,
    answers: output.answers,
  };
  return JSON.stringify(entry);
}

function serverOf({ servers = [] }: Document): string {
  const [server, ...others] = servers;
  if (server === undefined || others.length > 0 || !/^https:\/\/[^{]+$/.test(server.url)) {
    throw new SpecError("spec/openapi.yaml: servers must name exactly one https server without variables.");
  }
  return server.url;
}

function apiKeyHeaderOf({ security = [], components }: Document): string {
  const [name = ""] = Object.keys(security[0] ?? {});
  const scheme = components?.securitySchemes?.[name];
  if (security.length !== 1 || scheme?.type !== "apiKey" || scheme.in !== "header" || scheme.name === undefined) {
    throw new SpecError("spec/openapi.yaml: security must name exactly one scheme, an apiKey in a header.");
  }
  return scheme.name;
}

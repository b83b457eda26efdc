import type { Document } from "./document.ts";
import { type Operation, requiredKeys } from "./operation.ts";
import { SpecError } from "./spec-error.ts";

/** The operation table and the two constants of the contract that a call needs: the only code that runs. */
export function renderTable(document: Document, operations: readonly Operation[]): string {
  const entries = operations.map((operation) => `  ${operation.id}: ${renderEntry(operation)},\n`);
  return `import type { Operation } from "../operation.js";
import type { OperationId } from "./methods.js";

/** The server that the contract names. */
export const server: string = ${JSON.stringify(serverOf(document))};

/** The request header that carries the API key. */
export const apiKeyHeader: string = ${JSON.stringify(apiKeyHeaderOf(document))};

/** How each operation travels: one frozen entry per \`operationId\`. */
export const operationTable: { readonly [Id in OperationId]: Operation } = /* @__PURE__ */ freeze({
${entries.join("")}});

/** Freezes a value and everything in it. */
function freeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value)) if (typeof inner === "object") freeze(inner);
  return Object.freeze(value);
}
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
    bodyKeys: body?.properties.map(({ name }) => name) ?? [],
    required: requiredKeys(operation),
    idempotent,
    writes,
    answers: output.answers,
  };
  return JSON.stringify(entry);
}

function serverOf({ servers = [] }: Document): string {
  const [server, ...others] = servers;
  if (server === undefined || others.length > 0 || !/^https:\/\/[^{}?#]+[^{}?#/]$/.test(server.url)) {
    const sentence = "Name exactly one server, an https URL without variables, query, fragment and slash at its end.";
    throw new SpecError([{ file: "openapi.yaml", key: "servers", sentence }]);
  }
  return server.url;
}

function apiKeyHeaderOf({ security = [], components }: Document): string {
  const names = security.flatMap((requirement) => Object.keys(requirement));
  const scheme = components?.securitySchemes?.[names[0] ?? ""];
  if (
    security.length !== 1 ||
    names.length !== 1 ||
    scheme?.type !== "apiKey" ||
    scheme.in !== "header" ||
    scheme.name === undefined
  ) {
    const sentence = "Name exactly one security scheme, an apiKey in a header.";
    throw new SpecError([{ file: "openapi.yaml", key: "security", sentence }]);
  }
  return scheme.name;
}

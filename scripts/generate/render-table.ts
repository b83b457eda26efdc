import { type Operation, type Pagination, requiredKeys } from "./operation.ts";
import type { Plan } from "./plan.ts";

/** The operation table and the two constants of the contract that a call needs: the only code that runs. */
export function renderTable({ operations, server, apiKeyHeader }: Plan): string {
  const entries = operations.map((operation) => `  ${operation.id}: ${renderEntry(operation)},\n`);
  return `import type { Operation } from "../operation.js";
import type { OperationId } from "./methods.js";

/** The URL of the server that the contract names. */
export const serverUrl: string = ${JSON.stringify(server)};

/** The request header that carries the API key, in lower case; empty unless every operation has this key alone. */
export const apiKeyHeader: string = ${JSON.stringify(apiKeyHeader ?? "")};

/** How each operation is sent: one frozen entry per \`operationId\`. */
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
  const { method, path, parameters, body, idempotent, writes, output, shadow, security, serverUrl } = operation;
  const keysIn = (place: string): string[] =>
    parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
  const headerKeys = keysIn("header");
  const styles = parameters.filter(({ style }) => style !== "plain").map(({ name, style }) => [name, style]);
  const entry = {
    method,
    path,
    pathKeys: keysIn("path"),
    queryKeys: keysIn("query"),
    ...(headerKeys.length > 0 && { headerKeys }),
    ...(styles.length > 0 && { styles: Object.fromEntries(styles) }),
    bodyKeys: body?.properties.map(({ name }) => name) ?? [],
    required: requiredKeys(operation),
    idempotent,
    writes,
    responseBody: output.kind,
    ...(body?.format && { requestBody: body.format }),
    ...(body?.mediaType !== undefined && { contentType: body.mediaType }),
    ...(output.accept !== undefined && { accept: output.accept }),
    ...(output.isJsonData && { eventData: "json" }),
    ...(output.mayBeEmpty && { mayBeEmpty: true }),
    ...(body?.properties.length === 0 && { emptyBody: true }),
    ...(body?.isOpen && { openBody: true }),
    ...(body?.isWhole && { wholeBody: true }),
    ...(body && body.requiredWithBody.length > 0 && { requiredWithBody: body.requiredWithBody }),
    ...(security && { security: security.map((schemes) => schemes.map(({ option }) => option)) }),
    ...(serverUrl !== undefined && { serverUrl }),
    ...(operation.pagination && { pagination: describePagination(operation, operation.pagination) }),
    ...(shadow !== undefined && { shadow }),
  };
  return JSON.stringify(entry);
}

/** Without fields that only types depend on. */
function describePagination({ parameters }: Operation, { element: _, ...pagination }: Pagination): object {
  const isNumber = (type: unknown): boolean => type === "integer" || type === "number";
  const numberKeys = parameters.filter(({ in: place, schema }) => place === "query" && isNumber(schema.type));
  return { ...pagination, ...(pagination.style === "link" && { numberKeys: numberKeys.map(({ name }) => name) }) };
}

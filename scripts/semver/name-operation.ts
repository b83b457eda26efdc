import type { Document, OperationObject } from "../openapi/document.ts";

/** An operation such as `GET /pets`, and its method in the client: `GET /pets` (`listPets`). */
export function nameOperation({ paths }: Document, operation: string): string {
  const [method = "", path = ""] = operation.split(" ");
  const { operationId } = Object(paths[path]?.[method.toLowerCase()]) as Partial<OperationObject>;
  return operationId === undefined ? `\`${operation}\`` : `\`${operation}\` (\`${operationId}\`)`;
}

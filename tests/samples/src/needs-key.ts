import { type Operation, type OperationId, operationTable, security, usesSecuritySchemes } from "@serviceform/types";

/** Whether an operation rejects a request without credentials. */
export function needsKey(id: OperationId): boolean {
  const operation: Operation = operationTable[id];
  const alternatives = usesSecuritySchemes ? (operation.security ?? security) : [["apiKey"]];
  return !alternatives.some((options) => options.length === 0);
}

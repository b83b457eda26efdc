export type * from "./generated/methods.js";
export { apiKeyHeader, operationTable, serverUrl } from "./generated/operation-table.js";
export type { components, operations, paths } from "./generated/paths.js";
export type * from "./generated/schemas.js";
export { type OtherCredentials, security, securitySchemes } from "./generated/security.js";
export * from "./generated/uses.js";
export { matchOperation, matchPath, type OperationMatch } from "./match-operation.js";
export type { Operation, Pagination } from "./operation.js";
export type { BasicCredentials, Credential, SecurityScheme } from "./security-scheme.js";

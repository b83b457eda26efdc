export type { FieldDescription, JsonSchema, OperationDescription, SchemaDescription } from "./description.js";
export { contractVersion, operations, schemas } from "./generated/describe.js";
// Declaration files of callers refer to these types, which under pnpm they can import only from this entry.
export type { OperationId, OperationMap } from "./generated/methods.js";

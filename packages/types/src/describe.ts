export type { FieldDescription, JsonSchema, OperationDescription, SchemaDescription } from "./description.js";
export { contractVersion, operations, schemas } from "./generated/describe.js";
// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type { OperationId, OperationMap } from "./generated/methods.js";

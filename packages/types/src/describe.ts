export type { FieldDescription, JsonSchema, OperationDescription, SchemaDescription } from "./description.js";
export { contractVersion, operations, schemas } from "./generated/describe.js";
export type { OperationId } from "./generated/methods.js";

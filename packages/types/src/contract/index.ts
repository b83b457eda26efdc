export { operationContracts, schemas } from "../generated/contract.js";
// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type { OperationId, OperationMap } from "../generated/methods.js";
export { inputSchema } from "./input-schema.js";
export type { Issue } from "./issue.js";
export {
  type BodyContract,
  findResponse,
  type OperationContract,
  type ParameterContract,
  type ResponseContract,
} from "./operation-contract.js";
export type { Schema } from "./schema.js";
export { createValidator, type Validator } from "./validator.js";

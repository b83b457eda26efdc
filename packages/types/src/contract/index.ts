export { operationContracts, schemas } from "../generated/contract.js";
// Declaration files of callers refer to these types, which under pnpm they can import only from this entry.
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

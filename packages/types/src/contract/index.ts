export { operationContracts, schemas } from "../generated/contract.js";
export { inputSchema } from "./input-schema.js";
export type { Issue } from "./issue.js";
export type { BodyContract, OperationContract, ParameterContract, ResponseContract } from "./operation-contract.js";
export type { Schema } from "./schema.js";
export { createValidator, type Validator } from "./validator.js";

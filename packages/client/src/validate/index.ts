// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type * from "@serviceform/types";
export { type Issue, type OperationValidators, type StandardIssue, type Validator, validators } from "./validators.js";

// Declaration files of callers refer to these types, which under pnpm they can import only from this entry.
export type * from "@serviceform/types";
export { type Issue, type OperationValidators, type StandardIssue, type Validator, validators } from "./validators.js";

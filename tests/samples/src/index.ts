export {
  type CalledOperation,
  type Caller,
  callEveryOperation,
  findInputs,
  operationIds,
} from "./call-every-operation.js";
export { type ContractCase, contractCases, splitInput } from "./contract-cases.js";
export { exampleOfSchema } from "./example-of.js";
export { type CallList, findInput, inOrder } from "./find-input.js";
export { needsKey } from "./needs-key.js";
export { type Input, type Sample, type Samples, samples } from "./samples.js";
export { writeBody } from "./write-body.js";

import { createValidator, type ResponseContract } from "@serviceform/types/contract";
import { ContractError } from "../contract-error.js";
import type { Random } from "../seed-data/random.js";
import { createExample } from "./create-example.js";

interface ExampleRequest {
  readonly id: string;
  readonly status: number;
  readonly response: Pick<ResponseContract, "example"> & Required<Pick<ResponseContract, "schema">>;
  readonly random: Random;
}

/**
 * The example of a response if it is valid, else a value created from its schema.
 * @throws {ContractError} if the contract has no valid example and none can be made
 */
export function documentedBody({ id, status, response: { schema, example }, random }: ExampleRequest): unknown {
  if (example !== undefined && createValidator(schema).accepts(example)) return example;
  const value = createExample(schema, random);
  if (value === undefined)
    throw new ContractError(id, status, "", "No value is found that matches its schema; add an example to it.");
  return value;
}

import type { Contract } from "../src/contract.js";

/** A contract without the operations that take files, which have no tool. */
export function withoutFiles(contract: Contract): Contract {
  const operations = Object.entries(contract.operations).filter(
    ([, operation]) => !JSON.stringify(operation?.input).includes('"format":"binary"'),
  );
  return { ...contract, operations: Object.fromEntries(operations) };
}

import type { ServiceformClient } from "@serviceform/client";
import { findInputs, samples } from "@serviceform/tests-samples";
import type { OperationId } from "@serviceform/types";
import type { Step } from "./step.ts";

/** Calls the operations that `callInOrder` leaves out with the examples of the contract. */
export async function callOthers(client: ServiceformClient, step: Step, ids: readonly OperationId[]): Promise<void> {
  for (const [id, input] of await findInputs(client, ids)) {
    // Each method has its own input type; this is the input of the same operation.
    await step(samples[id].success, () => client[id](input as never) as Promise<unknown>, describeOutput);
  }
}

function describeOutput(output: unknown): string {
  if (output === undefined) return "nothing, as documented";
  if (typeof output === "string") return `a text of ${output.length} characters`;
  if (output instanceof Uint8Array) return `${output.length} bytes`;
  return Array.isArray(output)
    ? `a list of ${output.length}`
    : `an object with ${Object.keys(Object(output)).join(", ")}`;
}

import type { ServiceformClient } from "@serviceform/client";
import { type CallList, findInput, inOrder, samples } from "@serviceform/tests-samples";
import type { OperationId } from "@serviceform/types";
import type { Step } from "./step.ts";

/** Calls operations that have no place in the story of `visit`, each as the contract shows it. */
export async function visitOthers(client: ServiceformClient, step: Step, ids: readonly OperationId[]): Promise<void> {
  // Each method takes an input of its own, and a sample is the one of its operation.
  const call = (id: OperationId, input: unknown): Promise<unknown> => client[id](input as never);
  const callList: CallList = async (id, input) => (await call(id, input)) as readonly unknown[];
  for (const id of inOrder(ids)) {
    const input = await findInput(id, callList);
    await step(samples[id].success, () => call(id, input), describeOutput);
  }
}

function describeOutput(output: unknown): string {
  if (output === undefined) return "nothing, as documented";
  return Array.isArray(output)
    ? `a list of ${output.length}`
    : `an object with ${Object.keys(Object(output)).join(", ")}`;
}

import type { ServiceformClient } from "@serviceform/client";
import { type CallList, findInput, inOrder, samples } from "@serviceform/samples";
import type { OperationId } from "@serviceform/types";
import type { Step } from "./step.ts";

/** Calls operations that have no place in the story of `visit`, each as the contract shows it. */
export async function visitOthers(client: ServiceformClient, step: Step, ids: readonly OperationId[]): Promise<void> {
  const calls = client as unknown as Record<OperationId, (input: unknown) => Promise<unknown>>;
  const callList: CallList = async (id, input) => (await calls[id](input)) as readonly unknown[];
  for (const id of inOrder(ids)) {
    const input = await findInput(id, callList);
    await step(samples[id].success, () => calls[id](input), tellOutput);
  }
}

function tellOutput(output: unknown): string {
  if (output === undefined) return "nothing, as documented";
  return Array.isArray(output)
    ? `a list of ${output.length}`
    : `an object with ${Object.keys(Object(output)).join(", ")}`;
}

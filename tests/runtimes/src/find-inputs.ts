import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { type CallList, findInput, type Input, inOrder } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";

/** A right input of each operation in the world that every sandbox begins with. */
export async function findInputs(): Promise<Readonly<Record<string, Input>>> {
  const { fetch } = createSandbox();
  const client = createClient({ apiKey: "sf_sandbox_key", fetch });
  const calls = client as unknown as Record<OperationId, (input: Input) => Promise<readonly unknown[]>>;
  const callList: CallList = (id, input) => calls[id](input);
  const ids = inOrder(Object.keys(operationTable) as OperationId[]);
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await findInput(id, callList)] as const)));
}

import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { findInputs, type Input } from "@serviceform/tests-samples";

/** A valid input of each operation in the seed data that every sandbox starts with. */
export async function findSandboxInputs(): Promise<Readonly<Record<string, Input>>> {
  const client = createClient({ apiKey: "sf_sandbox_key", fetch: createSandbox().fetch });
  return Object.fromEntries(await findInputs(client));
}

import { expect } from "vitest";
import { openFiles } from "../differential/file-value.ts";
import type { HostileScalars } from "../differential/hostile-value.ts";
import { makeResponse } from "../differential/make-response.ts";
import { makeValues } from "../differential/make-values.ts";
import { readDocumentOperations } from "../differential/read-operations.ts";
import { credentials, methodOf } from "../differential/run-differential.ts";
import { CREDENTIAL } from "../differential/write-request.ts";
import type { LoadedContract } from "../load-contract.ts";
import type { OpenApi } from "../render-files.ts";

/** Asserts that the validators accept the input of a call, and that the sandbox reads and returns it unchanged. */
export async function assertReceived(
  document: OpenApi,
  loaded: LoadedContract,
  scalars: HostileScalars,
): Promise<void> {
  const operations = readDocumentOperations(document);
  const sandbox = loaded.createSandbox({ apiKey: CREDENTIAL });
  const options = { fetch: sandbox.fetch, retries: 0, ...credentials(document, operations) };
  const client = loaded.createClient(options as never);
  for (const operation of operations) {
    const { id, toInput } = methodOf(loaded, operation);
    const values = makeValues(document, operation, scalars);
    const open = (): object => toInput({ ...values, body: openFiles(values.body) });
    const response = operation.responses[0];
    if (response === undefined) continue;
    const { data } = makeResponse(document, response, scalars);
    const handled: unknown[] = [];
    loaded.stub.handle = (_, input) => {
      handled.push(input);
      return data.byMethod;
    };
    const about = { id, values };
    expect({ about, issues: loaded.validators[id]?.input.validate(open()) }).toEqual({
      about,
      issues: [],
    });
    const result = await client[id]?.(open()).catch((error: unknown) => error);
    const received = { result, handled: await readAll(handled) };
    const expected = { result: data.byMethod, handled: await readAll([toInput(values)]) };
    expect({ about, ...received }).toEqual({ about, ...expected });
  }
}

/** Files as names and bytes, from any of their types. */
async function readAll(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return [...new Uint8Array(await value.arrayBuffer())];
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return Promise.all(value.map(readAll));
  if (typeof value !== "object" || value === null) return value;
  if ("bytes" in value) return readAll(value.bytes);
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await readAll(inner)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

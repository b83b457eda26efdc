import { createSandbox, type Sandbox, type SandboxOptions } from "@serviceform/sandbox";
import type { OperationId } from "@serviceform/types";
import { operationTable, serverUrl } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { createCallOperation } from "../call-operation.ts";
import type { Contract } from "../contract.ts";
import { findDrift, type Limits } from "../find-drift.ts";
import { createReport, type Report } from "../report.ts";

const contract: Contract = { operations: operationTable, contracts: operationContracts };

export const LIMITS: Limits = { elements: 30, calls: 5 };

/** The response of an operation instead; a value is sent as JSON with the status 200. */
export type Changes = { readonly [Id in OperationId]?: (value: never) => unknown };

/** A sandbox with as many records as `LIMITS` has elements; messy ones have fields that the contract lacks. */
export function createSmallSandbox(options: SandboxOptions = {}): Sandbox {
  const { elements } = LIMITS;
  return createSandbox({
    leadCount: elements,
    chatCount: elements,
    itemCount: elements,
    messy: false,
    ...options,
  });
}

/** Calls a sandbox whose responses are modified, and reports the drift. */
export async function driftOf(
  changes: Changes,
  limits: Limits = LIMITS,
  sandbox: Sandbox = createSmallSandbox(),
): Promise<Report> {
  const callOperation = createCallOperation({
    apiKey: "sf_sandbox_key",
    baseUrl: serverUrl,
    fetch: changing(sandbox, changes),
    retries: 0,
  });
  return createReport("the sandbox", "1.0.1", limits, await findDrift(contract, callOperation, limits));
}

/** Modifies each object of a schema, in every operation that returns one or a list of them. */
export function changesOf(schema: string, change: (value: Record<string, unknown>) => unknown): Changes {
  const changeAll = (list: Record<string, unknown>[]) => list.map(change);
  const changes = Object.entries(operationContracts).flatMap(([id, { responses, success }]): [string, unknown][] => {
    const output = responses[success]?.schema;
    if (output?.name === schema) return [[id, change]];
    return output?.items?.name === schema ? [[id, changeAll]] : [];
  });
  return Object.fromEntries(changes) as Changes;
}

/** The kind, file, place and count of all drift. */
export function summary({ drift }: Report): string[] {
  return drift.map(({ kind, file, at, field, expected, received, count, of }) =>
    [`${kind} ${file} ${at}`.trim(), field, `${expected} but`, Object.keys(received), `${count}/${of}`]
      .filter(Boolean)
      .join(" "),
  );
}

function changing(sandbox: Sandbox, changes: Changes) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const response = await sandbox.fetch(url, init);
    const operation = sandbox.requests.at(-1)?.operation;
    const change = operation && changes[operation];
    if (!change || !response.ok) return response;
    const changed = change((await response.json()) as never);
    return changed instanceof Response ? changed : Response.json(changed);
  };
}

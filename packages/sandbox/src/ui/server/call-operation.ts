import { type OperationId, operationTable } from "@serviceform/types";
import { operationContract } from "../../contract/operation-contract.js";
import { headersWithKey, requiredCredentials, withQueryCredentials } from "../../contract/required-credentials.js";
import type { SandboxInternals } from "../../create-sandbox.js";
import { readBody } from "../../http/read-body.js";
import type { ResponseData } from "../../http/response-data.js";
import { runOperation } from "../../pipeline/run-operation.js";
import { pick } from "./pick.js";

/** Calls an operation as a request would, without faults and without recording. */
export async function callOperation(
  { api, apiKey }: Pick<SandboxInternals, "api" | "apiKey">,
  operationId: OperationId,
  input: Readonly<Record<string, unknown>>,
): Promise<ResponseData> {
  const { method, pathKeys, queryKeys, bodyKeys } = operationTable[operationId];
  const url = new URL(ANY_URL);
  for (const [key, value] of Object.entries(pick(input, queryKeys) ?? {})) {
    for (const element of [value].flat()) url.searchParams.append(key, String(element));
  }
  const required = requiredCredentials(operationId);
  const init = { method, headers: { ...headersWithKey(required, apiKey), "content-type": "application/json" } };
  const body = JSON.stringify(pick(input, bodyKeys) ?? {});
  const target = withQueryCredentials(url.href, required, () => encodeURIComponent(apiKey));
  const request = new Request(target, bodyKeys.length > 0 ? { ...init, body } : init);
  const path = Object.fromEntries(Object.entries(pick(input, pathKeys) ?? {}).map(([key, value]) => [key, `${value}`]));
  return runOperation({ operation: operationContract(operationId), path, request, body: await readBody(request) }, api);
}

/** The operation is known, so neither origin nor path matter. */
const ANY_URL = "http://localhost/";

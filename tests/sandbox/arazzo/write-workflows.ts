import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@serviceform/client";
import { type ContractCase, contractCases, findInputs, type Input, samples } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";

const OPENAPI = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));

/** The server that the workflows call. */
export interface Target {
  readonly url: string;
  readonly apiKey: string;
}

/**
 * Writes a workflow for each of these operations, with a step for each case of the contract, beside a contract in which
 * every schema has an explicit `additionalProperties`. Respect rejects undeclared properties there, which records of the
 * sandbox have.
 */
export async function writeWorkflows(
  { url, apiKey }: Target,
  ids: readonly OperationId[] | undefined,
  folder: string,
): Promise<void> {
  const openapi = JSON.parse(await readFile(OPENAPI, "utf8"), (_, value: unknown) =>
    isObjectSchema(value) ? { additionalProperties: true, ...value } : value,
  );
  const client = createClient({ apiKey, baseUrl: url, retries: 0 });
  const workflows = [...(await findInputs(client, ids))].map(([id, input]) => ({
    workflowId: id,
    inputs: { type: "object", properties: { key: { type: "string" } } },
    steps: documentedCases(id, { ...bodyInput(id), ...input }).map((one, index) => toStep(id, one, index)),
  }));
  const document = {
    arazzo: "1.0.1",
    info: { title: "What the contract shows", version: "1.0.0" },
    sourceDescriptions: [{ name: "api", type: "openapi", url: "openapi.json" }],
    workflows,
  };
  await writeFile(join(folder, "openapi.json"), JSON.stringify(openapi));
  await writeFile(join(folder, "workflows.arazzo.json"), JSON.stringify(document, null, 2));
}

function isObjectSchema(value: unknown): value is object {
  return typeof value === "object" && value !== null && "type" in value && value.type === "object";
}

/** The keys of the body, also optional ones: Respect sends no body that is an empty object. */
function bodyInput(id: OperationId): Input {
  return Object.fromEntries(operationTable[id].bodyKeys.map((key) => [key, samples[id].input[key]]));
}

/** Without those whose status the contract does not document, which Respect rejects. */
function documentedCases(id: OperationId, input: Input): ContractCase[] {
  return contractCases(id, input).filter(({ status }) => samples[id].statuses.includes(status));
}

function toStep(
  operationId: OperationId,
  { status, names, query, headers, body, isUnauthorized }: ContractCase,
  index: number,
) {
  const inPlace = (place: string, values: Input) =>
    Object.entries(values).map(([name, value]) => ({ in: place, name, value }));
  const key = { in: "header", name: "sf-api-key", value: isUnauthorized ? "another-key" : "$inputs.key" };
  return {
    stepId: `${operationId}-${index}`,
    operationId,
    parameters: [key, ...inPlace("path", names), ...inPlace("query", query), ...inPlace("header", headers)],
    ...(body !== undefined && { requestBody: { contentType: "application/json", payload: body } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  };
}

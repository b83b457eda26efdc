import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@serviceform/client";
import { type ContractCase, contractCases, findInputs, type Input, operationIds } from "@serviceform/tests-samples";
import type { OperationId } from "@serviceform/types";

/** Writes a workflow for each of these operations, with a step for each case of the contract. */
export async function writeWorkflows(url: string, apiKey: string, ids: readonly OperationId[], file: string) {
  const client = createClient({ apiKey, baseUrl: url });
  const workflows = [...(await findInputs(client, ids))].map(([id, input]) => ({
    workflowId: id,
    inputs: { type: "object", properties: { key: { type: "string" } } },
    steps: contractCases(id, input).map((contractCase, index) => toStep(id, contractCase, index)),
  }));
  const document = {
    arazzo: "1.0.1",
    info: { title: "What the contract shows", version: "1.0.0" },
    sourceDescriptions: [{ name: "api", type: "openapi", url: "openapi.json" }],
    workflows,
  };
  await writeFile(file, JSON.stringify(document, null, 2));
}

/** The operations that no workflow in this folder calls. */
export async function uncalled(): Promise<OperationId[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".arazzo.yaml"));
  const texts = await Promise.all(names.map((name) => readFile(join(import.meta.dirname, name), "utf8")));
  const called = new Set(texts.flatMap((text) => [...text.matchAll(/operationId: (\w+)/g)].map(([, id]) => id)));
  return operationIds.filter((id) => !called.has(id));
}

function toStep(operationId: OperationId, { status, names, query, body, isUnauthorized }: ContractCase, index: number) {
  const inPlace = (place: string, values: Input) =>
    Object.entries(values).map(([name, value]) => ({ in: place, name, value }));
  const key = { in: "header", name: "sf-api-key", value: isUnauthorized ? "another-key" : "$inputs.key" };
  return {
    stepId: `${operationId}-${index}`,
    operationId,
    parameters: [key, ...inPlace("path", names), ...inPlace("query", query)],
    ...(body !== undefined && { requestBody: { contentType: "application/json", payload: body } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  };
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@serviceform/client";
import {
  type CallList,
  type ContractCase,
  contractCases,
  findInput,
  type Input,
  inOrder,
} from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";

/** Writes a workflow for every operation that none of the written ones calls: each case that the contract makes is a step. */
export async function writeWorkflows(url: string, apiKey: string, ids: readonly OperationId[], file: string) {
  const client = createClient({ apiKey, baseUrl: url });
  const calls = client as unknown as Record<OperationId, (input: Input) => Promise<readonly unknown[]>>;
  const callList: CallList = (id, input) => calls[id](input);
  const workflows = await Promise.all(
    inOrder(ids).map(async (id) => ({
      workflowId: id,
      inputs: { type: "object", properties: { key: { type: "string" } } },
      steps: contractCases(id, await findInput(id, callList)).map((one, index) => toStep(id, one, index)),
    })),
  );
  const openapi = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));
  const document = {
    arazzo: "1.0.1",
    info: { title: "What the contract shows", version: "1.0.0" },
    sourceDescriptions: [{ name: "api", type: "openapi", url: openapi }],
    workflows,
  };
  await writeFile(file, JSON.stringify(document, null, 2));
}

/** The operations that no workflow in this folder calls. */
export async function uncalled(): Promise<OperationId[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".arazzo.yaml"));
  const texts = await Promise.all(names.map((name) => readFile(join(import.meta.dirname, name), "utf8")));
  const called = new Set(texts.flatMap((text) => [...text.matchAll(/operationId: (\w+)/g)].map(([, id]) => id)));
  return (Object.keys(operationTable) as OperationId[]).filter((id) => !called.has(id));
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

// What every-entry.ts does, in a CommonJS project.
import { type ClientOptions, createClient, type Item, isApiError, type Lead } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { type Issue, validators } from "@serviceform/client/validate";
import { createSandbox, type Fault } from "@serviceform/sandbox";
import { type SandboxServer, startServer } from "@serviceform/sandbox/server";
import { type components, operationTable } from "@serviceform/types";
import { type OperationContract, operationContracts } from "@serviceform/types/contract";
import { type FieldDescription, operations, schemas } from "@serviceform/types/describe";

import document = require("@serviceform/types/openapi.json");

const fault: Fault = { kind: "status", status: 503, retryAfterSeconds: 1 };
const sandbox = createSandbox({ faults: [fault] });
const options: ClientOptions = { apiKey: async () => "sf_sandbox_key", fetch: sandbox.fetch, logger: console };
const serviceform = createClient({ ...options, validators });

export const title: string = document.info.title;
export const noun: string = operations.getItem.noun;
export const field: FieldDescription | undefined = schemas.Lead?.fields.email;
export const method: string = operationTable.getItem.method;
export const contract: OperationContract = operationContracts.getItem;
export type SameItem = components["schemas"]["Item"];
export const issues: readonly Issue[] = validators.getItem.output.validate({});

export async function callEach(): Promise<Item> {
  for await (const lead of serviceform.stream.listLeads()) ((one: Lead) => one.id.trim())(lead);
  const result = await serviceform.safe.updateItem({ spaceId: "s", itemId: "i", primary_field: "Acme" });
  if (!result.ok && result.error.status === 422) result.error.body.message?.trim();
  const { data, error } = await createFetchClient(options).GET("/flex/spaces");
  data?.map(({ name }) => name);
  error?.message?.trim();
  const server: SandboxServer = await startServer({ port: 0 });
  await server.close();
  try {
    return await serviceform.getItem({ spaceId: "s", itemId: "i" });
  } catch (failure) {
    if (isApiError(failure, "getItem", 404)) failure.body.message?.trim();
    throw failure;
  }
}

// What must not compile.
// @ts-expect-error: an input is missing
export const missing = () => serviceform.getItem({ spaceId: "s" });
// @ts-expect-error: an option is unknown
export const unknown = () => createClient({ key: "sf_sandbox_key" });
// @ts-expect-error: a path is unknown
export const path = () => createFetchClient(options).GET("/flex/spaces/{spaceId}");
// @ts-expect-error: a field is unknown
export const price = (item: Item) => item.price;
